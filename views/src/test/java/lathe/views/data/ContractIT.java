package lathe.views.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import lathe.engine.data.ColumnRule;
import lathe.views.desk.Place;
import lathe.views.frame.TestWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractIT {

    private static final Path SAMPLES = Path.of("..", "sample-data").toAbsolutePath().normalize();
    private static final Path PICTURES = Path.of("target", "pictures");

    @TempDir
    Path folder;

    private static Map<String, ColumnRule> contract(TestWindow window) {
        return TestWindow.onWindow(() -> window.window().desk().session().projectProperty().get().settings().contract());
    }

    @SuppressWarnings("unchecked")
    private static void pick(TestWindow window, String column) {
        TableView<ColumnItem> table = window.find("contract-columns", TableView.class);
        TestWindow.onWindow(() -> {
            table.getSelectionModel().clearSelection();
            table.getItems().stream().filter(item -> item.row().name().equals(column)).forEach(table.getSelectionModel()::select);
            return table;
        });
        window.settle();
    }

    private static void type(TestWindow window, String id, String text) {
        TextField field = window.find(id, TextField.class);
        window.click(id);
        TestWindow.onWindow(() -> {
            field.selectAll();
            return field;
        });
        window.robot().write(text);
        window.robot().push(KeyCode.ENTER);
        window.settle();
    }

    private static boolean said(TestWindow window, String words) {
        return window.robot().lookup("#contract-found").queryAs(Label.class).getText().contains(words);
    }

    @Test
    void isProposedEditedAndTriedOnTheData() throws Exception {
        Path file = Files.copy(SAMPLES.resolve("telecom-churn.csv"), folder.resolve("telecom-churn.csv"));
        try (TestWindow window = new TestWindow(folder, SAMPLES, Locale.ENGLISH, file)) {
            window.await("the project to open", () -> window.window().place() == Place.DATA);
            window.find("columns", TableView.class);
            window.size(1280, 800);
            window.forgiveSlowHandlers();   // the first layout of the screen
            window.click("tab-contract");
            window.picture(PICTURES.resolve("contract-none.png"));
            window.click("contract-propose");
            window.await("a contract", () -> !contract(window).isEmpty());
            assertEquals(20, contract(window).size());
            window.click("contract-check");
            window.await("that it is kept", () -> said(window, "kept by all 7,000 rows"));

            pick(window, "age");
            type(window, "contract-max", "young");
            assertTrue(window.find("contract-wrong", Label.class).getText().contains("\"young\" is neither a number nor a day"));
            type(window, "contract-max", "60");
            assertEquals("60", contract(window).get("age").max());
            window.click("contract-check");
            window.await("what breaks it", () -> said(window, "is above 60"));
            window.pictures(PICTURES, "contract");
            window.size(1000, 700);
            window.picture(PICTURES.resolve("contract-small.png"));
            pick(window, "contract");
            window.picture(PICTURES.resolve("contract-levels-small.png"));
            Map<String, ColumnRule> before = contract(window);
            window.click("contract-levels");
            window.click("contract-min");   // levels with blanks at their ends stay what they are
            assertEquals(before, contract(window));
            window.click("contract-there");
            assertEquals(19, contract(window).size());
            window.click("undo");
            window.click("undo");
            window.click("undo");
            assertEquals(Map.of(), contract(window));
            assertEquals(List.of(), window.slow());
        }
    }
}
