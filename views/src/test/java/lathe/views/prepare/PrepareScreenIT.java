package lathe.views.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import lathe.views.desk.OpenProject;
import lathe.views.desk.Place;
import lathe.views.frame.TestWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrepareScreenIT {

    private static final Path SAMPLES = Path.of("..", "sample-data").toAbsolutePath().normalize();
    private static final Path PICTURES = Path.of("target", "pictures");

    @TempDir
    Path folder;

    private static OpenProject project(TestWindow window) {
        OpenProject project = window.window().desk().session().projectProperty().get();
        if (project == null) {
            throw new AssertionError("no project is open");
        }
        return project;
    }

    @SuppressWarnings("unchecked")
    private static TableView<PlanItem> table(TestWindow window) {
        return window.find("prepare-table", TableView.class);
    }

    private void prepare(TestWindow window, String target) {
        window.size(1280, 800);
        window.await("the data", () -> window.window().place() == Place.DATA && project(window).profileProperty().get().optional().isPresent());
        TestWindow.onWindow(() -> {
            project(window).change("Predict " + target, settings -> settings.withTarget(target));
            return target;
        });
        window.await("the profile", () -> project(window).profileProperty().get().optional().isPresent());
        window.goTo(Place.PREPARE);
        window.find("prepare-table", Node.class);
    }

    private static void focus(TestWindow window, String column) {
        TestWindow.onWindow(() -> {
            TableView<PlanItem> table = table(window);
            int index = IntStream.range(0, table.getItems().size()).filter(i -> table.getItems().get(i).plan().name().equals(column))
                    .findFirst().orElseThrow();
            table.getSelectionModel().clearAndSelect(index);
            table.scrollTo(index);
            return index;
        });
        window.await("the card of " + column, () -> window.find("card-name", Label.class).getText().equals(column));
    }

    // The heads of the small table name the features.
    private static void shown(TestWindow window, String column) {
        window.await("the preview of " + column, () -> window.find("preview-rows", GridPane.class).getChildren().stream()
                .anyMatch(node -> node instanceof Label label && label.getText().startsWith(column)));
    }

    @Test
    void choosesForOneForManyAndTakesItBackByMouse() throws Exception {
        Path file = Files.copy(SAMPLES.resolve("telecom-churn.csv"), folder.resolve("telecom-churn.csv"));
        try (TestWindow window = new TestWindow(folder, SAMPLES, Locale.ENGLISH, file)) {
            prepare(window, "churned");
            focus(window, "monthly_charge");
            shown(window, "monthly_charge");
            window.pictures(PICTURES, "prepare");

            window.click("card-choice");
            window.robot().clickOn("#card-choose-log");
            window.await("the choice", () -> project(window).settings().column("monthly_charge").step().equals("log"));
            window.click("card-direction");
            window.robot().type(KeyCode.DOWN, KeyCode.ENTER);
            window.await("the direction", () -> project(window).settings().column("monthly_charge").monotone().equals("increasing"));
            window.pictures(PICTURES, "prepare-direction");
            window.click("undo");
            window.await("no direction", () -> project(window).settings().column("monthly_charge").monotone().isEmpty());
            focus(window, "contract");
            window.click("choice-contract");
            window.robot().clickOn("#choose-ordinal");
            window.await("the choice in the table", () -> project(window).settings().column("contract").step().equals("ordinal"));
            assertEquals("in order", window.find("choice-contract", MenuButton.class).getText());

            window.click("bulk-all");
            window.pictures(PICTURES, "prepare-bulk");
            window.click("bulk-drop");
            window.find("nothing-left", Node.class);
            window.picture(PICTURES.resolve("prepare-nothing.png"));
            window.click("all-automatic");
            window.await("all back", () -> project(window).settings().columns().isEmpty());
            window.click("undo");
            window.find("nothing-left", Node.class);
            window.click("all-automatic");
            focus(window, "contract");
            window.size(1000, 700);
            shown(window, "contract");
            window.picture(PICTURES.resolve("prepare-small.png"));
            assertEquals(List.of(), window.slow().stream().filter(each -> each.endsWith("at PREPARE")).toList());
        }
    }

    @Test
    void opensFiveHundredColumnsQuicklyAndScrollsThem() throws Exception {
        try (TestWindow window = new TestWindow(folder, SAMPLES, Locale.ENGLISH, wide())) {
            window.size(1280, 800);
        window.await("the data", () -> window.window().place() == Place.DATA && project(window).profileProperty().get().optional().isPresent());
            TestWindow.onWindow(() -> {
                project(window).change("Predict target", settings -> settings.withTarget("target"));
                return "target";
            });
            window.await("the profile", () -> project(window).profileProperty().get().optional().isPresent());
            long thread = TestWindow.onWindow(() -> Thread.currentThread().threadId());
            long start = ManagementFactory.getThreadMXBean().getThreadCpuTime(thread);
            window.goTo(Place.PREPARE);
            long millis = TimeUnit.NANOSECONDS.toMillis(ManagementFactory.getThreadMXBean().getThreadCpuTime(thread) - start);
            assertEquals(500, table(window).getItems().size());
            System.getLogger("measured").log(System.Logger.Level.INFO, "500 columns take " + millis + " ms of the window's thread");
            assertTrue(millis < 1500, millis + " ms");

            TestWindow.onWindow(() -> {
                table(window).requestFocus();
                return table(window);
            });
            for (int i = 0; i < 30; i++) {
                window.robot().type(KeyCode.PAGE_DOWN);
            }
            window.settle();
            window.click("prepare-search");
            window.robot().write("c4");
            window.await("the search", () -> table(window).getItems().size() == 111);
            window.picture(PICTURES.resolve("prepare-wide.png"));
            assertEquals(List.of(), window.slow().stream().filter(each -> each.endsWith("at PREPARE")).toList());
        }
    }

    private Path wide() throws IOException {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        StringBuilder text = new StringBuilder(IntStream.range(0, 500).mapToObj(i -> "c" + i).collect(Collectors.joining(",")));
        text.append(",target\n");
        for (int row = 0; row < 400; row++) {
            for (int column = 0; column < 500; column++) {
                text.append(column % 3 == 0 ? "v" + random.nextInt(12) : Integer.toString(random.nextInt(100_000))).append(',');
            }
            text.append(row % 2 == 0 ? "yes" : "no").append('\n');
        }
        return Files.writeString(folder.resolve("wide.csv"), text);
    }

    @Test
    void sendsToDataWhereThereIsNone() throws Exception {
        Path file = Files.copy(SAMPLES.resolve("telecom-churn.csv"), folder.resolve("telecom-churn.csv"));
        try (TestWindow window = new TestWindow(folder, SAMPLES, Locale.GERMAN, file)) {
            prepare(window, "churned");
            window.find("preview-rows", Node.class);
            window.picture(PICTURES.resolve("prepare-german.png"));
            TestWindow.onWindow(() -> {
                project(window).change("no source", settings -> settings.withSource(""));
                return "";
            });
            window.click("go-to-data");
            assertEquals(Place.DATA, window.window().place());
        }
    }
}
