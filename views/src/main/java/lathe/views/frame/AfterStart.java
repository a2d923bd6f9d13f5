package lathe.views.frame;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.util.Duration;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.TableImport;

/// For measuring the start, and for making its cache: after the first frame, heads of the files named in `lathe.preview-after-start` are
/// read, the one in `lathe.open-after-start` is opened as a person opens it, `lathe.open-after` milliseconds later, and the window closes
/// when that is read. With a file named on the command line nothing else is opened.
final class AfterStart {

    private static final int PREVIEW_ROWS = 200;
    private static final long MOST = TimeUnit.SECONDS.toNanos(60);

    private final LatheWindow window;
    private final Scene scene;
    private final boolean opened;

    /// @param opened whether a file is opened with the window; what is seen of it is timed from the start of the process
    AfterStart(LatheWindow window, Scene scene, boolean opened) {
        this.window = window;
        this.scene = scene;
        this.opened = opened;
    }

    void run() {
        AtomicBoolean seen = new AtomicBoolean();
        scene.addPostLayoutPulseListener(() -> {
            if (seen.compareAndSet(false, true)) {
                System.out.println("first frame after " + sinceStart() + " ms");
                Platform.runLater(opened ? this::watch : this::read);
            }
        });
    }

    // Of the process, in milliseconds.
    private static long sinceStart() {
        return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    }

    private void watch() {
        new Watching("the file", System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(sinceStart())).start();
    }

    private void read() {
        boolean opens = false;
        try {
            for (String file : System.getProperty("lathe.preview-after-start", "").split(File.pathSeparator)) {
                if (!file.isEmpty()) {
                    long start = System.nanoTime();
                    new TableImport().preview(Path.of(file), ImportOptions.defaults(), PREVIEW_ROWS);
                    tell("preview of " + file, start);
                }
            }
            String file = System.getProperty("lathe.open-after-start", "");
            opens = !file.isEmpty();
            if (opens) {
                PauseTransition first = new PauseTransition(Duration.millis(Long.getLong("lathe.open-after", 0)));
                first.setOnFinished(waited -> {
                    window.desk().session().open(Path.of(file));
                    new Watching(file, System.nanoTime()).start();
                });
                first.play();
            }
        } finally {
            if (!opens) {
                Platform.exit();
            }
        }
    }

    private static void tell(String what, long start) {
        System.out.println(what + " after " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) + " ms");
    }

    /// Looks at each frame for what is to be seen.
    private final class Watching extends AnimationTimer {

        private final String file;
        private final long start;
        private boolean rowsSeen;

        Watching(String file, long start) {
            this.file = file;
            this.start = start;
        }

        @Override
        public void handle(long now) {
            if (!rowsSeen && hasRows("#rows")) {
                rowsSeen = true;
                tell("first rows of " + file, start);
            }
            boolean whole = hasRows("#columns");
            if (whole) {
                tell("all of " + file, start);
            }
            if (whole || System.nanoTime() - start > MOST) {
                stop();
                Platform.exit();
            }
        }

        private boolean hasRows(String table) {
            Node node = scene.lookup(table);
            return node != null && node.lookup(".table-row-cell") != null;
        }
    }
}
