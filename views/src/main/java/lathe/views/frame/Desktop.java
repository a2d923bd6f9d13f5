package lathe.views.frame;

import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
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
        LatheWindow made = new LatheWindow(stage, Objects.requireNonNull(settings));
        window = made;
        // An error in a view is written down and shown; the engine and what is saved are not touched by it.
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> {
            LOG.log(Level.SEVERE, "a view failed", failure);
            made.failed(failure);
        });
        stage.show();
        if (System.getProperty("lathe.exit-after-start") != null) {
            Platform.runLater(LatheWindow::exit);   // for measuring and for making the start-up cache
        }
    }

    @Override
    public void stop() {
        if (window != null) {
            window.close();
        }
    }
}
