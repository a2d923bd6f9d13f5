package lathe.views.walk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;
import lathe.engine.track.ProjectSettings;
import lathe.views.desk.OpenProject;
import lathe.views.desk.Place;
import lathe.views.frame.TestWindow;
import lathe.views.run.RunState;

/// Somebody who walks through the whole window, by mouse or by keyboard.
final class Walker implements AutoCloseable {

    static final Path SAMPLES = Path.of("..", "sample-data").toAbsolutePath().normalize();
    private static final int MOST_TABS = 150;
    private static final int ROUNDS = 3;
    private static final double AROUND = 4;

    private final TestWindow window;
    private final List<String> unseen = new ArrayList<>();

    Walker(Path folder) {
        window = new TestWindow(folder, SAMPLES, Locale.ENGLISH, null);
        window.await("Home", () -> window.window().place() == Place.HOME);
    }

    TestWindow window() {
        return window;
    }

    OpenProject project() {
        return TestWindow.onWindow(() -> window.window().desk().session().projectProperty().get());
    }

    ProjectSettings settings() {
        return TestWindow.onWindow(() -> project().settings());
    }

    void awaitPlace(Place place) {
        window.await("the screen " + place, () -> window.window().place() == place);
    }

    void awaitEndOfRun() {
        window.await("the end of the run", 300, () -> !project().running().state().phase().isUnderWay()
                && project().running().state().phase() != RunState.Phase.NONE);
    }

    void awaitText(String id, String words) {
        window.await("'%s' in #%s".formatted(words, id), () -> window.robot().lookup("#" + id + " .label")
                .queryAllAs(Label.class).stream().anyMatch(label -> label.getText().contains(words)));
    }

    /// Picks a line of a combo box with the mouse.
    void pick(String id, String line) {
        window.click(id);
        ComboBox<?> box = window.find(id, ComboBox.class);
        int index = TestWindow.onWindow(() -> box.getItems().stream().map(Object::toString).toList().indexOf(line));
        window.await("the list of " + id, () -> {
            window.robot().lookup(".combo-box-popup .list-view").queryAllAs(ListView.class)
                    .forEach(list -> list.scrollTo(index));   // as a wheel would
            return cell(line) != null;
        });
        window.robot().clickOn(cell(line));
        window.settle();
    }

    private Node cell(String line) {
        return window.robot().lookup(".list-cell").queryAll().stream().filter(Node::isVisible)
                .filter(node -> node instanceof ListCell<?> cell && line.equals(cell.getText()) && cell.getScene() != null
                        && cell.getScene().getWindow() instanceof PopupWindow)
                .findFirst().orElse(null);
    }

    /// Presses Tab until the focus is on that control or in it. The key goes to whatever has the focus, as from a keyboard, but
    /// without the pauses a robot makes.
    void tabTo(String id) {
        window.find(id, Node.class);   // what is worked out beside the window may not be there yet
        boolean there = false;
        for (int round = 0; round < ROUNDS && !there; round++) {
            window.settle();
            there = TestWindow.onWindow(() -> {
                for (int i = 0; i < MOST_TABS / ROUNDS && !isIn(window.window().focused(), id); i++) {
                    Node at = window.window().focused();
                    Event.fireEvent(at, tab(KeyEvent.KEY_PRESSED));
                    Event.fireEvent(at, tab(KeyEvent.KEY_RELEASED));
                }
                return isIn(window.window().focused(), id);
            });
        }
        window.settle();
        if (!there) {
            throw new AssertionError("no way by Tab to #" + id);
        }
    }

    private static KeyEvent tab(EventType<KeyEvent> type) {
        return new KeyEvent(type, "", "", KeyCode.TAB, false, false, false, false);
    }

    /// As [#tabTo], and the focus is on something that looks otherwise than without it.
    void seen(String id) {
        tabTo(id);
        Node focused = TestWindow.onWindow(() -> window.window().focused());
        int[] with = looks(focused);
        press(KeyCode.TAB);
        int[] without = looks(focused);
        press(KeyCode.SHIFT, KeyCode.TAB);
        if (Arrays.equals(with, without)) {
            unseen.add(id);
            window.picture(Path.of("target", "pictures", "focus-%s.png".formatted(id)));
        }
        tabTo(id);
    }

    /// Controls at which nothing showed that the keyboard was there.
    List<String> unseen() {
        return List.copyOf(unseen);
    }

    // The pixels of the window where it is, with those around it; a picture of the node alone may be older than its focus.
    private static int[] looks(Node node) {
        return TestWindow.onWindow(() -> {
            Bounds at = node.localToScene(node.getBoundsInLocal());
            WritableImage all = node.getScene().snapshot(null);
            int left = (int) Math.clamp(at.getMinX() - AROUND, 0, all.getWidth() - 1);
            int top = (int) Math.clamp(at.getMinY() - AROUND, 0, all.getHeight() - 1);
            int width = (int) Math.min(all.getWidth() - left, at.getWidth() + 2 * AROUND);
            int height = (int) Math.min(all.getHeight() - top, at.getHeight() + 2 * AROUND);
            int[] pixels = new int[width * height];
            all.getPixelReader().getPixels(left, top, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
            return pixels;
        });
    }

    void press(KeyCode... keys) {
        window.robot().push(keys);
        window.settle();
    }

    /// Walks down a combo box that has the focus.
    void downTo(ComboBox<String> box, String value) {
        for (int i = 0; i < MOST_TABS && !value.equals(TestWindow.onWindow(box::getValue)); i++) {
            press(KeyCode.DOWN);
        }
    }

    private static boolean isIn(Node node, String id) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (id.equals(each.getId())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        window.close();
    }
}
