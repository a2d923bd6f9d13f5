package lathe.views.walk;

import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
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

    private final TestWindow window;

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

    /// Presses Tab until the focus is on that control or in it.
    void tabTo(String id) {
        for (int i = 0; i < MOST_TABS; i++) {
            if (TestWindow.onWindow(() -> isIn(window.window().focused(), id))) {
                return;
            }
            window.robot().push(KeyCode.TAB);
            window.settle();
        }
        throw new AssertionError("no way by Tab to #" + id);
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
