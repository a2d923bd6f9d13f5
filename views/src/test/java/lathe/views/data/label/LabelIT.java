package lathe.views.data.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import lathe.engine.flow.AutoMl;
import lathe.engine.flow.RunControl;
import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;
import lathe.engine.track.Brief;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.ProjectSettings;
import lathe.engine.track.ReadingChoice;
import lathe.engine.track.SearchSettings;
import lathe.views.desk.OpenProject;
import lathe.views.desk.Place;
import lathe.views.frame.TestWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelIT {

    private static final Path SAMPLES = Path.of("..", "sample-data").toAbsolutePath().normalize();
    private static final Path PICTURES = Path.of("target", "pictures");

    @TempDir
    Path folder;

    // The target is the last column; it is missing in all rows but every tenth.
    private Path churn(int rows) throws IOException {
        List<String> lines = Files.readAllLines(SAMPLES.resolve("telecom-churn.csv")).subList(0, rows + 1);
        List<String> open = new ArrayList<>(List.of(lines.getFirst()));
        for (int row = 1; row < lines.size(); row++) {
            String line = lines.get(row);
            open.add(row % 10 == 0 ? line : line.substring(0, line.lastIndexOf(',') + 1));
        }
        return Files.write(folder.resolve("churn.csv"), open);
    }

    private Path project(Path data, String target) {
        Path home = folder.resolve("p.lathe-project");
        try (ProjectFolder project = ProjectFolder.create(home, new ProjectSettings("", Brief.EMPTY,
                ProjectFolder.relativeSource(home, data), target, "", SearchSettings.DEFAULTS.withTrialLimit(2).withThreads(1)
                .withLearners(List.of("logistic", "ridge")).withHoldout(0), ReadingChoice.NONE, Map.of()))) {
            return project.root();
        }
    }

    private static void train(Path home) {
        try (ProjectFolder project = ProjectFolder.open(home)) {
            var _ = new AutoMl(project, new RunControl(Deadline.never(), new CancelToken(), new CancelToken(), event -> { })).run();
        }
    }

    private TestWindow open(Path home, Locale locale) {
        TestWindow window = new TestWindow(folder, SAMPLES, locale, home);
        window.await("the project to open", () -> window.window().place() == Place.DATA);
        window.find("columns", Node.class);
        window.size(1280, 800);
        window.forgiveSlowHandlers();   // the first layout of the screen
        return window;
    }

    private static String said(TestWindow window, String id) {
        return window.find(id, Label.class).getText();
    }

    private static void awaitSaid(TestWindow window, String words) {
        window.await(words, () -> window.robot().lookup("#label-progress").tryQueryAs(Label.class).filter(label -> label.getText().equals(words)).isPresent());
    }

    private static void press(TestWindow window, KeyCode... keys) {
        window.robot().push(keys);
        window.settle();
    }

    private static long missing(TestWindow window, String target) {
        OpenProject project = window.window().desk().session().projectProperty().get();
        return project.dataProperty().get().optional().map(read -> read.table().column(target))
                .map(column -> IntStream.range(0, column.rows()).filter(column::isMissing).count()).orElse(-1L);
    }

    @Test
    void rowsAreLabelledByKeysAndShowInTheDataAtOnce() throws Exception {
        Path home = project(churn(400), "churned");
        train(home);
        try (TestWindow window = open(home, Locale.ENGLISH)) {
            window.click("tab-label");
            awaitSaid(window, "0 of 360 labelled");
            assertTrue(said(window, "label-why").matches("The model wavers between (no|yes) \\(5\\d%\\) and (no|yes) \\([45]\\d%\\)\\."), said(window, "label-why"));
            window.await("the keyboard at the first class", () -> window.window().focused() != null && "label-class-1".equals(window.window().focused().getId()));
            window.pictures(PICTURES, "label");
            press(window, KeyCode.DIGIT2);
            press(window, KeyCode.PAGE_DOWN);
            press(window, KeyCode.DIGIT1);
            assertEquals("2 of 360 labelled", said(window, "label-progress"));
            press(window, KeyCode.CONTROL, KeyCode.Z);
            assertEquals("1 of 360 labelled", said(window, "label-progress"));
            press(window, KeyCode.PAGE_UP);
            press(window, KeyCode.PAGE_UP);
            window.size(1000, 700);
            window.picture(PICTURES.resolve("label-small.png"));
            press(window, KeyCode.DIGIT1);
            assertEquals("1 of 360 labelled", said(window, "label-progress"), "another answer for the same row");
            assertTrue(window.find("label-undo", Button.class).getText().contains("no"));

            window.click("label-new");
            window.robot().write("moved");
            press(window, KeyCode.ENTER);
            window.find("label-class-3", Node.class);
            window.click("tab-columns");
            window.await("the typed targets in the data", () -> missing(window, "churned") == 358);
            assertEquals(List.of(), window.slow());
        }
        assertEquals(List.of("moved", "no"), ProjectFolder.readTypedTargets(home).of("churned").values().stream().sorted().toList());
    }

    @Test
    void numbersAreTypedAndWithoutAModelRowsAreSpread() throws Exception {
        StringBuilder text = new StringBuilder("size,town,price\n");
        for (int row = 0; row < 60; row++) {
            text.append(40 + row).append(",t").append(row % 3).append(',').append(row % 4 == 0 ? Double.toString(1000.5 + row) : "").append('\n');
        }
        Path home = project(Files.writeString(folder.resolve("homes.csv"), text), "price");
        try (TestWindow window = open(home, Locale.GERMAN)) {
            window.click("tab-label");
            awaitSaid(window, "0 von 45 beschriftet");
            TextField field = window.find("label-field", TextField.class);
            window.await("the keyboard in the field", field::isFocused);
            window.robot().write("teuer");
            press(window, KeyCode.ENTER);
            assertTrue(said(window, "label-wrong").startsWith("„teuer“ ist keine Zahl"), said(window, "label-wrong"));
            window.pictures(PICTURES, "label-number");
            press(window, KeyCode.CONTROL, KeyCode.A);
            window.robot().write("1200,75");
            press(window, KeyCode.ENTER);
            assertEquals("1 von 45 beschriftet", said(window, "label-progress"));
            window.size(1000, 700);
            window.picture(PICTURES.resolve("label-german-small.png"));
            for (int row = 0; row < 44; row++) {
                press(window, KeyCode.PAGE_DOWN);
            }
            window.find("label-train", Node.class);
            window.picture(PICTURES.resolve("label-end.png"));
            press(window, KeyCode.PAGE_UP);
            window.goTo(Place.TRAIN);
            window.await("the typed target in the data", () -> missing(window, "price") == 44);
            assertEquals(List.of(), window.slow().stream().filter(each -> each.endsWith("at DATA")).toList());
        }
        assertEquals(List.of("1200.75"), List.copyOf(ProjectFolder.readTypedTargets(home).of("price").values()));
    }

    @Test
    void manyClassesAreCompletedAndWhereNothingIsMissingThatIsSaid() throws Exception {
        StringBuilder text = new StringBuilder("size,kind\n");
        for (int row = 0; row < 120; row++) {
            text.append(row).append(',').append(row < 110 ? "kind " + (char) ('a' + row % 12) : "").append('\n');
        }
        Path home = project(Files.writeString(folder.resolve("kinds.csv"), text), "kind");
        try (TestWindow window = open(home, Locale.ENGLISH)) {
            window.click("tab-label");
            awaitSaid(window, "0 of 10 labelled");
            TextField field = window.find("label-field", TextField.class);
            window.await("the keyboard in the field", field::isFocused);
            window.robot().write("D c");
            window.picture(PICTURES.resolve("label-classes.png"));
            press(window, KeyCode.ENTER);
            window.robot().write("kind");
            press(window, KeyCode.DOWN);
            press(window, KeyCode.DOWN);
            press(window, KeyCode.ENTER);
            assertEquals("2 of 10 labelled", said(window, "label-progress"));
            assertEquals(List.of(), window.slow());
            TestWindow.onWindow(() -> {
                window.window().desk().session().projectProperty().get().change("target", settings -> settings.withTarget("size"));
                return true;
            });
            window.await("that every row has a target", () -> window.robot().lookup(".empty-title").tryQuery().isPresent());
            window.picture(PICTURES.resolve("label-none.png"));
        }
        assertEquals(List.of("kind b", "kind c"), ProjectFolder.readTypedTargets(home).of("kind").values().stream().sorted().toList());
    }
}
