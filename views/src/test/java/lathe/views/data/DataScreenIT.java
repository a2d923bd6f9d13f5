package lathe.views.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.TableImport;
import lathe.engine.flow.DataChange;
import lathe.engine.profile.Limit;
import lathe.engine.track.ColumnChoice;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.ProjectSettings;
import lathe.scoring.FieldType;
import lathe.views.desk.Place;
import lathe.views.frame.TestWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataScreenIT {

    private static final Path SAMPLES = Path.of("..", "sample-data").toAbsolutePath().normalize();
    private static final Path PICTURES = Path.of("target", "pictures");

    @TempDir
    Path folder;

    private TestWindow open(Path file) {
        TestWindow window = new TestWindow(folder, SAMPLES, Locale.ENGLISH, file);
        window.await("the project to open", () -> window.window().place() == Place.DATA);
        columns(window);
        window.size(1280, 800);
        return window;
    }

    private static ProjectSettings settings(TestWindow window) {
        return TestWindow.onWindow(() -> window.window().desk().session().projectProperty().get().settings());
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> combo(TestWindow window, String id) {
        return window.find(id, ComboBox.class);
    }

    @SuppressWarnings("unchecked")
    private static TableView<ColumnItem> columns(TestWindow window) {
        return window.find("columns", TableView.class);
    }

    private static void chooseTarget(TestWindow window, String name) {
        ComboBox<String> box = combo(window, "target");
        TestWindow.onWindow(() -> {
            box.requestFocus();
            box.setValue(name);
            return name;
        });
        window.robot().push(KeyCode.ENTER);
        window.await("the signal of the columns", () -> window.robot().lookup("#light-knows-answer").tryQuery().isPresent());
    }

    private static void pick(TestWindow window, String column) {
        TableView<ColumnItem> table = columns(window);
        TestWindow.onWindow(() -> {
            table.getSelectionModel().clearSelection();
            table.getItems().stream().filter(item -> item.row().name().equals(column)).forEach(table.getSelectionModel()::select);
            return column;
        });
        window.settle();
    }

    @Test
    void leadsFromAFileToATargetAndAnAnswerThatCanBeUndone() throws Exception {
        Path file = Files.copy(SAMPLES.resolve("telecom-churn.csv"), folder.resolve("telecom-churn.csv"));
        try (TestWindow window = open(file)) {
            assertTrue(window.find("next", Button.class).isDisabled());
            window.await("the profile", () -> window.robot().lookup("#light-identifier").tryQuery().isPresent());
            window.picture(PICTURES.resolve("data-no-target.png"));

            chooseTarget(window, "churned");
            assertEquals("churned", settings(window).target());
            assertFalse(window.find("next", Button.class).isDisabled());

            pick(window, "cancellation_fee");
            window.find("known-question", Node.class);
            window.pictures(PICTURES, "data");
            window.click("known-after");
            assertEquals(ColumnChoice.KNOWN_AFTER, settings(window).column("cancellation_fee").known());
            assertEquals("ignored", settings(window).column("cancellation_fee").role());
            window.click("undo");
            assertEquals(ColumnChoice.NONE, settings(window).column("cancellation_fee"));

            pick(window, "contract");
            window.picture(PICTURES.resolve("data-contract.png"));
            window.click("tab-rows");
            window.find("rows", TableView.class);
            window.picture(PICTURES.resolve("data-rows.png"));
            window.click("tab-columns");
            window.size(1000, 700);
            window.picture(PICTURES.resolve("data-small.png"));
            assertEquals(List.of(), window.slow());
        }
    }

    @Test
    void tellsWhatHasChangedSinceTheDataWasReadBefore() throws Exception {
        Path file = orders("orders.csv", 0);
        try (TestWindow window = open(file)) {
            window.await("the version to be kept", () -> !TestWindow.onWindow(() ->
                    window.window().desk().session().projectProperty().get().folder().versions().all()).isEmpty());
            assertTrue(window.robot().lookup("#data-changed").tryQuery().isEmpty());
            orders("orders.csv", 40);
            TestWindow.onWindow(() -> {
                window.window().desk().session().projectProperty().get().read();
                return true;
            });
            window.await("the news", () -> window.robot().lookup("#data-changed").tryQuery().isPresent());
            window.click("data-changed");
            VBox differences = window.find("version-differences", VBox.class);
            window.await("the comparison", () -> differences.getChildren().size() == 2);
            window.pictures(PICTURES, "data-versions");
            window.size(1000, 700);
            window.picture(PICTURES.resolve("data-versions-small.png"));
            window.answer(otherProject());
            window.click("versions-project");
            window.await("the other project", () -> window.robot().lookup("#version-differences .pill").queryAll().size() == 3);
            window.size(1280, 800);
            window.pictures(PICTURES, "data-versions-project");
            window.click("versions-done");
            columns(window);
        }
    }

    @Test
    void readsColumnsOfMixedTextsByAClick() throws Exception {
        StringBuilder rows = new StringBuilder("weight,day,y\n");
        for (int i = 0; i < 200; i++) {
            rows.append(i % 20 == 7 ? "heavy" : i % 3 == 0 ? i * 100 + " g" : i % 50 + " kg").append(',')
                    .append((i % 3 == 0 ? "%1$02d/%2$02d/2021" : "2021-%2$02d-%1$02d").formatted(i % 28 + 1, i % 12 + 1)).append(',').append(i % 4 > 1 ? "yes" : "no").append('\n');
        }
        try (TestWindow window = open(Files.writeString(folder.resolve("mixed.csv"), rows))) {
            window.await("the profile", () -> window.robot().lookup("#light-units").tryQuery().isPresent());
            pick(window, "day");
            scrollTo(window, "treat-mixed-dates-read-day-first");
            window.pictures(PICTURES, "data-mixed-dates");
            pick(window, "weight");
            ToggleButton button = scrollTo(window, "treat-mixed-units-read-unit");
            window.pictures(PICTURES, "data-mixed-units");
            window.size(1000, 700);
            window.picture(PICTURES.resolve("data-mixed-units-small.png"));
            TestWindow.onWindow(() -> {
                button.fire();
                return button;
            });
            assertEquals(". in kg", settings(window).column("weight").format());
            window.await("the numbers", () -> columns(window).getItems().stream().anyMatch(item ->
                    item.row().name().equals("weight") && item.row().type() == FieldType.NUMBER));
            window.click("undo");
            assertEquals(ColumnChoice.NONE, settings(window).column("weight"));
            assertEquals(List.of(), window.slow());
        }
    }

    // The same columns, in other units and spellings.
    private Path otherProject() throws IOException {
        StringBuilder rows = new StringBuilder("Amount,kind\n");
        for (int i = 0; i < 400; i++) {
            rows.append((i * 37 % 101 + 40) * 1000).append(',').append(i % 3 == 0 ? "A" : "B").append('\n');
        }
        Path source = Files.writeString(folder.resolve("other.csv"), rows);
        try (ProjectFolder project = ProjectFolder.create(folder.resolve("other.lathe-project"), ProjectSettings.EMPTY.withSource("../other.csv"))) {
            DataChange.noted(project, project.settings(), new TableImport().read(source, ImportOptions.defaults()).table());
            return project.root();
        }
    }

    private static ToggleButton scrollTo(TestWindow window, String id) {
        ToggleButton button = window.find(id, ToggleButton.class);
        TestWindow.onWindow(() -> {
            for (Node node = button; node != null; node = node.getParent()) {
                if (node instanceof ScrollPane pane) {
                    pane.setVvalue(pane.getVmax());
                }
            }
            return button;
        });
        window.settle();
        return button;
    }

    private Path orders(String name, int more) throws IOException {
        StringBuilder rows = new StringBuilder("amount,kind\n");
        for (int i = 0; i < 400; i++) {
            rows.append(i * 37 % 101 + more).append(',').append(i % 3 == 0 ? "a" : "b").append('\n');
        }
        return Files.writeString(folder.resolve(name), rows);
    }

    @Test
    void tellsOfMoreWhereALimitIsLowered() throws Exception {
        StringBuilder rows = new StringBuilder("a,b,y\n");
        for (int i = 0; i < 200; i++) {
            rows.append(i % 50 == 7 ? "" : Integer.toString(i * i % 97)).append(',').append(i % 13).append(',').append(i % 13 < 6 == i % 5 > 0 ? "yes" : "no").append('\n');
        }
        Path file = Files.writeString(folder.resolve("gaps.csv"), rows);
        try (TestWindow window = open(file)) {
            window.await("the profile", () -> window.robot().lookup("#light-fine").tryQuery().isPresent());
            assertTrue(window.robot().lookup("#light-missing").tryQuery().isEmpty(), "two in a hundred are not worth a word");
            window.click("limits");
            TextField field = window.find("limit-missing_share", TextField.class);
            type(window, field, "nothing");
            assertTrue(window.find("limit-error-missing_share", Label.class).isVisible());
            window.pictures(PICTURES, "data-limits");
            window.size(1000, 700);
            window.picture(PICTURES.resolve("data-limits-small.png"));
            type(window, field, "1");
            assertEquals(0.01, settings(window).limits().of(Limit.MISSING_SHARE));
            window.click("limits-done");
            window.await("the finding", () -> window.robot().lookup("#light-missing").tryQuery().isPresent());
            window.click("undo");
            window.await("no finding", () -> window.robot().lookup("#light-missing").tryQuery().isEmpty());
        }
    }

    private static void type(TestWindow window, TextField field, String text) {
        TestWindow.onWindow(() -> {
            field.requestFocus();
            field.selectAll();
            return field;
        });
        window.robot().write(text).type(KeyCode.ENTER);
        window.settle();
    }

    @Test
    void changesTheImportBesideItsPreview() throws Exception {
        Path file = Files.writeString(folder.resolve("shop.csv"), "Umsatz;Umsatz;2024\nkunde;umsatz;gekauft\n"
                + "a;1,50;ja\nb;2,75;nein\nc;kaputt;ja\n".repeat(20));
        try (TestWindow window = new TestWindow(folder, SAMPLES, Locale.ENGLISH, file)) {
            window.find("read-again", Button.class);
            window.size(1280, 800);
            window.click("change-import");
            ComboBox<?> header = window.find("import-header", ComboBox.class);
            Button apply = window.find("import-apply", Button.class);
            window.picture(PICTURES.resolve("data-import-failed.png"));
            TestWindow.onWindow(() -> {
                header.getSelectionModel().select(2);
                return header;
            });
            window.await("the preview with another header row", () -> !apply.isDisabled());
            window.pictures(PICTURES, "data-import");
            window.size(1000, 700);
            window.picture(PICTURES.resolve("data-import-small.png"));
            window.size(1280, 800);
            window.click("import-apply");
            assertEquals(2, settings(window).reading().headerRow());
            columns(window);
            window.click("undo");
            assertEquals(0, settings(window).reading().headerRow());
        }
    }

    @Test
    void scrollsHundredsOfColumnsAndAHundredThousandRows() throws Exception {
        StringBuilder wide = new StringBuilder(IntStream.range(0, 500).mapToObj(i -> "c" + i).collect(Collectors.joining(",")) + "\n");
        for (int row = 0; row < 60; row++) {
            int at = row;
            wide.append(IntStream.range(0, 500).mapToObj(i -> Integer.toString(at * i % 17)).collect(Collectors.joining(","))).append('\n');
        }
        try (TestWindow window = open(Files.writeString(folder.resolve("wide.csv"), wide))) {
            List<String> opening = window.slow();
            scroll(window, "columns", 500);
            window.click("tab-rows");
            window.click("columns-on");
            assertEquals(opening, window.slow());
        }
        StringBuilder tall = new StringBuilder("a,b,c\n");
        for (int row = 0; row < 100_000; row++) {
            tall.append(row).append(',').append(row % 7 / 10.0).append(",word").append(row % 5).append('\n');
        }
        try (TestWindow window = open(Files.writeString(folder.resolve("tall.csv"), tall))) {
            List<String> opening = window.slow();
            window.click("tab-rows");
            scroll(window, "rows", 100_000);
            assertEquals(opening, window.slow());
        }
    }

    private static void scroll(TestWindow window, String id, int lines) {
        TableView<?> table = window.find(id, TableView.class);
        List<Long> millis = new ArrayList<>();
        for (int step = 1; step <= 40; step++) {
            int to = (lines - 1) * step / 40;
            millis.add(TestWindow.onWindow(() -> {
                long start = System.nanoTime();
                table.scrollTo(to);
                table.layout();
                return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            }));
        }
        millis.sort(null);
        long usual = millis.get(20);
        System.getLogger("scroll").log(System.Logger.Level.INFO, "{0}: usual step {1} ms, longest {2} ms", id, usual, millis.getLast());
        // A step of this test changes every line in view; one of a mouse wheel changes two or three.
        assertTrue(usual < 5 * TestWindow.MOST_MILLIS, "a usual step of a whole page took " + usual + " ms");
        assertEquals(lines, table.getItems().size());
    }

    @Test
    void setsManyColumnsAtOnce() throws Exception {
        Path file = Files.copy(SAMPLES.resolve("telecom-churn.csv"), folder.resolve("telecom-churn.csv"));
        try (TestWindow window = open(file)) {
            TableView<ColumnItem> table = columns(window);
            TestWindow.onWindow(() -> {
                table.getSelectionModel().clearSelection();
                table.getSelectionModel().selectRange(2, 5);
                return table;
            });
            window.click("bulk-leave-out");
            window.picture(PICTURES.resolve("data-bulk.png"));

            assertEquals(3, settings(window).columns().size());
            assertTrue(settings(window).columns().values().stream().allMatch(choice -> choice.role().equals("ignored")));
        }
    }

    @Test
    void saysWhatToDoWhenTheFileIsGone() throws Exception {
        Path file = Files.copy(SAMPLES.resolve("telecom-churn.csv"), folder.resolve("telecom-churn.csv"));
        Path other = Files.copy(SAMPLES.resolve("telecom-churn.csv"), folder.resolve("again.csv"));
        try (TestWindow window = open(file)) {
            Files.delete(file);
            TestWindow.onWindow(() -> {
                window.window().desk().session().projectProperty().get().read();
                return file;
            });
            window.find("read-again", Button.class);
            window.picture(PICTURES.resolve("data-gone.png"));
            window.answer(other);
            window.click("choose-other");
            window.await("the other file", () -> window.robot().lookup("#file-name").tryQueryAs(Label.class)
                    .filter(name -> name.getText().equals("again.csv")).isPresent());
        }
    }
}
