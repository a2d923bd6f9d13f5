package lathe.views.frame;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.Event;
import javafx.event.EventDispatchChain;
import javafx.event.EventDispatcher;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import lathe.views.desk.FilePicker;
import lathe.views.desk.Look;
import lathe.views.desk.Place;
import lathe.views.theme.Theme;
import lathe.views.work.Work;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.service.query.EmptyNodeQueryException;
import org.testfx.util.WaitForAsyncUtils;

/// The real window, headless, with a person of our making before it: answers file dialogs, takes pictures, notes handlers
/// that keep the window waiting.
public final class TestWindow implements AutoCloseable {

    /// What a handler may take on the window's thread, in milliseconds.
    public static final long MOST_MILLIS = 50;

    /// What it may take once: code that runs for the first time in a process is loaded and interpreted.
    private static final long MOST_COLD_MILLIS = 200;

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private final SwiftRobot robot;
    private final Deque<Path> answers = new ArrayDeque<>();
    private final List<Path> revealed = Collections.synchronizedList(new ArrayList<>());
    private final List<Handled> slow = Collections.synchronizedList(new ArrayList<>());
    private final Stage stage;
    private final LatheWindow window;

    /// @param folder for preferences and projects
    /// @param first  file or project to open at once, or null
    public TestWindow(Path folder, Path samples, Locale locale, Path first) {
        try {
            stage = FxToolkit.registerPrimaryStage();
        } catch (TimeoutException noToolkit) {
            throw new IllegalStateException(noToolkit);
        }
        robot = new SwiftRobot(stage);
        window = onWindow(() -> {
            LatheWindow made = new LatheWindow(stage, new DesktopSettings(folder.resolve("preferences.properties"), folder,
                    samples, locale, picker(), revealed::add, first == null ? null : Look.begun(first)), new Work(this::timed));
            stage.setX(0);
            stage.setY(0);
            stage.show();
            stage.setEventDispatcher(new Stopwatch(stage.getEventDispatcher()));
            return made;
        });
    }

    public FxRobot robot() {
        return robot;
    }

    public LatheWindow window() {
        return window;
    }

    /// The next file dialog is answered with this file.
    public void answer(Path file) {
        answers.add(file);
    }

    public List<Path> revealed() {
        return List.copyOf(revealed);
    }

    /// Handlers that took longer than [#MOST_MILLIS] more than once, or much longer once.
    public List<String> slow() {
        List<Handled> all = List.copyOf(slow);
        return all.stream().filter(each -> each.millis > MOST_COLD_MILLIS
                || all.stream().filter(other -> other.kind.equals(each.kind)).count() > 1)
                .map(each -> "%s took %d ms at %s".formatted(each.what, each.millis, each.place)).toList();
    }

    /// Handlers are judged from now on.
    public void forgiveSlowHandlers() {
        slow.clear();
    }

    public void goTo(Place place) {
        onWindow(() -> {
            window.goTo(place);
            return place;
        });
        settle();
    }

    public void size(double width, double height) {
        onWindow(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
            return stage;
        });
        settle();
    }

    public void theme(Theme.Mode mode) {
        onWindow(() -> {
            window.desk().theme().modeProperty().set(mode);
            return mode;
        });
        settle();
    }

    /// The node with that id, once it is there and visible. A condition of [#await] runs on the window's own thread, which
    /// must never wait for itself: there a node that is not to be seen yet makes the condition false.
    public <N extends Node> N find(String id, Class<N> kind) {
        if (!Platform.isFxApplicationThread()) {
            await("#" + id + " to be seen", () -> seen(id).isPresent());
        }
        return kind.cast(seen(id).orElseThrow(() -> new EmptyNodeQueryException("#" + id + " is not to be seen")));
    }

    private Optional<Node> seen(String id) {
        return robot.lookup("#" + id).tryQuery().filter(node -> node.getScene() != null && isShown(node));
    }

    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /// Scrolls what it lies in until it can be seen.
    public void reveal(Node node) {
        onWindow(() -> {
            Node each = node;
            while (each != null && !(each instanceof ScrollPane)) {
                each = each.getParent();
            }
            if (each instanceof ScrollPane pane) {
                Node content = pane.getContent();
                double at = content.sceneToLocal(node.localToScene(node.getBoundsInLocal())).getCenterY();
                double hidden = content.getBoundsInLocal().getHeight() - pane.getViewportBounds().getHeight();
                pane.setVvalue(hidden <= 0 ? 0 : Math.clamp((at - pane.getViewportBounds().getHeight() / 2) / hidden, 0, 1));
            }
            return node;
        });
        settle();
    }

    public void click(String id) {
        Node node = find(id, Node.class);
        await("#" + id + " to be usable", () -> !node.isDisabled());
        robot.clickOn(node);
        settle();
    }

    /// Waits at most 60 seconds.
    public void await(String what, Callable<Boolean> condition) {
        await(what, 60, condition);
    }

    public void await(String what, int seconds, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(seconds, TimeUnit.SECONDS, () -> onWindow(() -> {
                try {
                    return condition.call();
                } catch (EmptyNodeQueryException _) {
                    return false;
                }
            }));
        } catch (TimeoutException never) {
            picture(Path.of("target", "pictures", "waited-in-vain.png"));
            throw new AssertionError("waited %d s in vain for %s".formatted(seconds, what), never);
        }
        settle();
    }

    public void settle() {
        robot.settle();
    }

    /// Writes the window as a picture of its true size.
    public void picture(Path file) {
        settle();
        WritableImage image = onWindow(() -> stage.getScene().snapshot(null));
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The screen in light and dark: `NAME-light.png`, `NAME-dark.png`.
    public void pictures(Path folder, String name) {
        for (Theme.Mode mode : List.of(Theme.Mode.DARK, Theme.Mode.LIGHT)) {
            theme(mode);
            picture(folder.resolve("%s-%s.png".formatted(name, mode.name().toLowerCase(Locale.ROOT))));
        }
    }

    public static <T> T onWindow(Callable<T> task) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, task);
    }

    private FilePicker picker() {
        return new FilePicker() {
            @Override
            public Optional<Path> open(String title, List<String> endings) {
                return Optional.ofNullable(answers.poll());
            }

            @Override
            public Optional<Path> save(String title, String suggestion, String ending) {
                return Optional.ofNullable(answers.poll());
            }

            @Override
            public Optional<Path> folder(String title) {
                return Optional.ofNullable(answers.poll());
            }
        };
    }

    @Override
    public void close() {
        onWindow(() -> {
            window.close();
            stage.hide();
            return stage;
        });
    }

    private void timed(Runnable result) {
        Platform.runLater(() -> {
            Reading before = new Reading();
            result.run();
            before.judge(result.getClass().getName(), result.getClass().getName());
        });
    }

    // One slow event or result, and what was handled alike.
    private record Handled(String kind, String what, Place place, long millis) { }

    /// Time of the window's thread at the start of a handler. Its own CPU time counts, so that a busy machine is not blamed;
    /// a handler that makes another screen is its first layout and does not count.
    private final class Reading {

        private final long start = CPU.getCurrentThreadCpuTime();
        private final Place place = window == null ? Place.HOME : window.place();

        void judge(String kind, String what) {
            long millis = TimeUnit.NANOSECONDS.toMillis(CPU.getCurrentThreadCpuTime() - start);
            if (millis > MOST_MILLIS && window != null && window.place() == place) {
                slow.add(new Handled(kind, what, place, millis));
            }
        }
    }

    /// Measures how long each event keeps the window's thread.
    private final class Stopwatch implements EventDispatcher {

        private final EventDispatcher inner;

        Stopwatch(EventDispatcher inner) {
            this.inner = inner;
        }

        @Override
        public Event dispatchEvent(Event event, EventDispatchChain tail) {
            Reading before = new Reading();
            Event result = inner.dispatchEvent(event, tail);
            before.judge("%s on %s".formatted(event.getEventType(), event.getTarget().getClass().getName()),
                    "%s on %s".formatted(event.getEventType(), event.getTarget()));
            return result;
        }
    }
}
