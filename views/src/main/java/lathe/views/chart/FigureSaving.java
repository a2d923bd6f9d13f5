package lathe.views.chart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import lathe.scoring.Problem;
import lathe.views.chart.FigureFiles.Size;
import lathe.views.text.Texts;

/// Saves a figure: asks where on the window's thread, draws and writes beside it.
final class FigureSaving {

    private static final int LONGEST_NAME = 60;

    private final Texts texts;
    private final FileSaver saver;
    private final Consumer<Problem> problems;
    private final Executor background;

    FigureSaving(Texts texts, FileSaver saver, Consumer<Problem> problems, Executor background) {
        this.texts = texts;
        this.saver = saver;
        this.problems = problems;
        this.background = background;
    }

    void picture(Figure figure, String title, Size size) {
        save("save.picture", title, "png", () -> FigureFiles.png(figure, title, texts.locale(), size));
    }

    void drawing(Figure figure, String title, Size size) {
        save("save.drawing", title, "svg",
                () -> FigureFiles.svg(figure, title, texts.locale(), size).getBytes(StandardCharsets.UTF_8));
    }

    void numbers(Figure figure, String title) {
        save("save.numbers", title, "csv",
                () -> figure.table(texts::get).csv().getBytes(StandardCharsets.UTF_8));
    }

    private void save(String what, String title, String ending, Supplier<byte[]> content) {
        Optional<Path> chosen = saver.ask(texts.get(what), fileName(title) + "." + ending, ending);
        if (chosen.isEmpty()) {
            return;
        }
        Path file = chosen.get();
        background.execute(() -> {
            try {
                write(file, content.get());
            } catch (IOException failure) {
                Problem problem = new Problem("chart-not-saved", texts.get("problem.what"), file.toString(),
                        texts.get("problem.remedy"));
                Platform.runLater(() -> problems.accept(problem));
            }
        });
    }

    /// To a temporary name beside the file, then moved: a half-written picture never takes the place of a whole one.
    private static void write(Path file, byte[] content) throws IOException {
        Path whole = file.toAbsolutePath();
        Path folder = whole.getParent();
        if (folder == null) {
            throw new IOException("no folder to write to: " + file);
        }
        Path part = Files.createTempFile(folder, ".lathe", ".part");
        try {
            Files.write(part, content);
            try {
                Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException otherDisk) {
                Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// A title as a file name that every system takes.
    static String fileName(String title) {
        String plain = title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-+|-+$", "");
        String cut = plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
        return cut.isEmpty() ? "chart" : cut;
    }
}
