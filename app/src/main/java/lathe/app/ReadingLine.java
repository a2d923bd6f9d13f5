package lathe.app;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Consumer;
import lathe.engine.data.ReadProgress;

/// Tells on a terminal how far the reading of a file is, in one line that renews itself. Says nothing elsewhere.
final class ReadingLine implements Consumer<ReadProgress> {

    private static final int WIDTH = 60;
    private static final long BETWEEN_NEWS = 200_000_000;

    private final PrintWriter err;
    private final boolean terminal;
    private long told = System.nanoTime();
    private boolean shown;

    // The check says there is always a console since JDK 22; JDK 25 has none when the output goes to a file.
    @SuppressWarnings("SystemConsoleNull")
    ReadingLine(PrintWriter err) {
        this.err = err;
        Console console = System.console();
        this.terminal = console != null && console.isTerminal();
    }

    @Override
    public void accept(ReadProgress progress) {
        if (!terminal || System.nanoTime() - told < BETWEEN_NEWS) {
            return;
        }
        told = System.nanoTime();
        shown = true;
        String share = Double.isNaN(progress.share()) ? "" : String.format(Locale.ROOT, ", %.0f %%", 100 * progress.share());
        show(String.format(Locale.ROOT, "%,d rows read%s", progress.rows(), share));
    }

    /// Removes the line.
    void end() {
        if (shown) {
            show("");
            err.print('\r');
            err.flush();
        }
    }

    private void show(String text) {
        err.print("\r" + (text + " ".repeat(WIDTH)).substring(0, WIDTH));
        err.flush();
    }
}
