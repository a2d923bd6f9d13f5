package lathe.views.frame;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import javafx.stage.Stage;
import lathe.engine.data.DatabasePasswords;
import lathe.views.text.Texts;
import org.jspecify.annotations.Nullable;

/// Starts the desktop.
public final class Desktop extends Application {

    private static final Logger LOG = Logger.getLogger(Desktop.class.getName());

    private static @Nullable DesktopSettings settings;   // JavaFX makes the application itself and hands it texts only

    private @Nullable LatheWindow window;

    /// Opens the window and returns when it is closed. Once per process.
    public static void open(DesktopSettings with) {
        settings = with;
        Application.launch(Desktop.class);
    }

    @Override
    public void start(Stage stage) {
        DesktopSettings asked = Objects.requireNonNull(settings);
        LatheWindow made = new LatheWindow(stage, asked.reveal() != null ? asked : asked.withReveal(this::reveal));
        window = made;
        showFailures(made);
        Texts texts = Texts.of(Desktop.class, asked.locale());
        DatabasePasswords.askWith(new PasswordPrompt(texts, made.desk().theme(), stage)::ask);
        stage.show();
        if (System.getProperty("lathe.exit-after-start") != null) {
            new AfterStart(made, stage.getScene(), asked.first() != null).run();
        }
    }

    // An error in a view is written down and shown; the engine and what is saved are not touched by it.
    static void showFailures(LatheWindow window) {
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> {
            LOG.log(Level.SEVERE, "a view failed", failure);
            window.failed(failure);
        });
    }

    private void reveal(Path path) {
        Path folder = Files.isDirectory(path) ? path : Objects.requireNonNullElse(path.toAbsolutePath().getParent(), path);
        getHostServices().showDocument(folder.toUri().toString());
    }

    @Override
    public void stop() {
        if (window != null) {
            window.close();
        }
    }
}
