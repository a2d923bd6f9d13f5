package lathe.app;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Consumer;
import lathe.engine.flow.RunEvent;
import lathe.engine.progress.Deadline;
import lathe.engine.search.TrialEnd;
import lathe.engine.search.TrialOutcome;

/// Tells a run's news on standard error: one line that renews itself on a terminal, a plain log otherwise.
final class ConsoleProgress implements Consumer<RunEvent> {

    private static final int WIDTH = 100;

    private final PrintWriter err;
    private final boolean terminal;
    private final Deadline deadline;
    private String best = "";
    private int trials;
    private int failed;

    ConsoleProgress(PrintWriter err, Deadline deadline) {
        this.err = err;
        this.terminal = isTerminal();
        this.deadline = deadline;
    }

    // The check says there is always a console since JDK 22; JDK 25 has none when the output goes to a file.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    @Override
    public synchronized void accept(RunEvent event) {
        switch (event) {
            case RunEvent.Stage stage -> line(stage.sentence());
            case RunEvent.Note note -> line("  " + note.sentence());
            case RunEvent.SearchStarted started -> line("Searching for the best %s, %.0f s.".formatted(started.metric(),
                    started.seconds()));
            case RunEvent.TrialEnded ended -> trial(ended.end());
            case RunEvent.TrialTakenOver taken -> {
                trials++;
                failed += taken.end().outcome() instanceof TrialOutcome.Scored ? 0 : 1;
            }
            case RunEvent.BestSaved saved -> {
                best = String.format(Locale.ROOT, "best %s %.5g", saved.name(), saved.value());
                if (!terminal) {
                    line("  saved: " + best);
                }
                renew();
            }
            case RunEvent.RunBegan _, RunEvent.TrialStarted _, RunEvent.FoldStarted _, RunEvent.FoldEnded _,
                 RunEvent.TrialMeasured _ -> { }
            case RunEvent.Ended _, RunEvent.Refused _, RunEvent.Cancelled _ -> { }
        }
    }

    private void trial(TrialEnd end) {
        trials++;
        String sentence = switch (end.outcome()) {
            case TrialOutcome.Scored scored -> String.format(Locale.ROOT, "%.5g in %.1f s", scored.value(), scored.seconds());
            case TrialOutcome.Skipped skipped -> "skipped: " + skipped.reason();
            case TrialOutcome.Dropped dropped -> "given up: " + dropped.reason();
            case TrialOutcome.Failed broken -> "failed: " + broken.problem().what();
            case TrialOutcome.Cancelled _ -> "ended with the run";
        };
        if (!(end.outcome() instanceof TrialOutcome.Scored)) {
            failed++;
        }
        if (!terminal) {
            line("  %s: %s".formatted(end.trial().name(), sentence));
        }
        renew();
    }

    private void line(String sentence) {
        if (terminal) {
            err.print("\r" + " ".repeat(WIDTH) + "\r");
        }
        err.println(sentence);
        err.flush();
    }

    private void renew() {
        if (terminal) {
            String text = "%d trials%s · %s · %.0f s left".formatted(trials, failed == 0 ? "" : " (%d without a score)"
                    .formatted(failed), best.isEmpty() ? "no model yet" : best, Math.max(0, deadline.secondsLeft()));
            err.print("\r" + (text + " ".repeat(WIDTH)).substring(0, WIDTH));
            err.flush();
        }
    }
}
