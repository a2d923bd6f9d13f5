package lathe.views.leaderboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import lathe.engine.flow.AutoMl;
import lathe.engine.flow.RunEvent;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.ProjectSettings;
import lathe.engine.track.SearchSettings;
import lathe.views.desk.Place;
import lathe.views.frame.TestWindow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaderboardScreenIT {

    private static final Path SAMPLES = Path.of("..", "sample-data").toAbsolutePath().normalize();
    private static final Path PICTURES = Path.of("target", "pictures");

    @TempDir
    static Path folder;

    private static Path project;

    /// A real run of few trials on part of a sample, and an earlier one written by hand with every kind of row.
    @BeforeAll
    static void train() throws IOException, InterruptedException {
        Path file = folder.resolve("telecom-churn.csv");
        Files.write(file, Files.readAllLines(SAMPLES.resolve("telecom-churn.csv")).subList(0, 1500));
        project = folder.resolve("churn.lathe-project");
        ProjectSettings settings = ProjectSettings.EMPTY.withTarget("churned").withSource(ProjectFolder.relativeSource(project, file))
                .withSearch(SearchSettings.DEFAULTS.withTrialLimit(6).withBudgetSeconds(60).withThreads(2));
        List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());
        try (ProjectFolder open = ProjectFolder.create(project, settings)) {
            Boards.writeFinished(open.runs(), "20261121-140501", Boards.START.minus(Duration.ofDays(1)));
            assertTrue(AutoMl.start(open, events::add).awaitEnd(Duration.ofSeconds(150)));
        }
        assertTrue(events.getLast() instanceof RunEvent.Ended, events.toString());
    }

    @SuppressWarnings("unchecked")
    private static TableView<BoardRow> table(TestWindow window) {
        return window.find("leaderboard-table", TableView.class);
    }

    @Test
    void showsTheNewestRunAndAnotherOneByMouse() throws Exception {
        Path own = Files.createDirectories(folder.resolve("mouse"));
        try (TestWindow window = new TestWindow(own, SAMPLES, Locale.ENGLISH, project)) {
            window.await("the project to open", () -> window.window().place() == Place.DATA);
            window.size(1280, 800);
            window.goTo(Place.LEADERBOARD);
            assertTrue(table(window).getItems().size() >= 6);
            assertTrue(window.find("leaderboard-answer", Label.class).getText().contains("leads with ROC AUC"));
            window.pictures(PICTURES, "leaderboard");
            window.click("view-chart");
            window.find("leaderboard-chart", javafx.scene.Node.class);
            window.pictures(PICTURES, "leaderboard-chart");
            window.size(1000, 700);
            window.picture(PICTURES.resolve("leaderboard-chart-small.png"));
            window.size(1280, 800);
            window.click("view-table");

            window.click("run-choice");
            window.robot().type(KeyCode.DOWN, KeyCode.ENTER);
            window.await("the earlier run", () -> table(window).getItems().size() == 7);
            window.await("the failed row", () -> window.robot().lookup("failed").tryQuery().isPresent());
            window.robot().clickOn("failed");
            window.settle();
            assertEquals("Random forest 4", window.find("details-title", Label.class).getText());
            window.click("copy-details");
            window.pictures(PICTURES, "leaderboard-failed");

            window.robot().clickOn(window.find("leaderboard-search", javafx.scene.Node.class)).write("boosted");
            window.await("the search", () -> table(window).getItems().size() == 2);
            assertEquals("2 of 7 rows", window.find("leaderboard-count", Label.class).getText());
            window.size(1000, 700);
            window.picture(PICTURES.resolve("leaderboard-small.png"));
            assertEquals(List.of(), window.slow().stream().filter(each -> each.endsWith("at LEADERBOARD")).toList());
        }
    }

    @Test
    void isWorkedByKeyboardAndRemembersItsColumns() throws Exception {
        Path own = Files.createDirectories(folder.resolve("keys"));
        try (TestWindow window = new TestWindow(own, SAMPLES, Locale.ENGLISH, project)) {
            window.await("the project to open", () -> window.window().place() == Place.DATA);
            window.size(1280, 800);
            window.goTo(Place.LEADERBOARD);
            String first = table(window).getSelectionModel().getSelectedItem().name();
            TestWindow.onWindow(() -> {
                table(window).requestFocus();
                return first;
            });
            window.robot().type(KeyCode.DOWN);
            window.settle();
            assertTrue(!table(window).getSelectionModel().getSelectedItem().name().equals(first));

            window.click("leaderboard-columns");
            window.robot().clickOn("#show-size");
            window.settle();
            assertTrue(table(window).getColumns().stream().anyMatch(column -> "column-size".equals(column.getId())));
            assertTrue(window.window().desk().preferences().get("leaderboard.columns", "").contains("size"));
            @SuppressWarnings("unchecked")
            ComboBox<RowFilter.Kind> kind = window.find("leaderboard-kind", ComboBox.class);
            assertEquals(RowFilter.Kind.ALL, kind.getValue());
        }
    }

    @Test
    void sendsToTrainWhereThereIsNoRun() throws Exception {
        Path own = Files.createDirectories(folder.resolve("none"));
        Path file = Files.copy(SAMPLES.resolve("telecom-churn.csv"), own.resolve("telecom-churn.csv"));
        try (TestWindow window = new TestWindow(own, SAMPLES, Locale.GERMAN, file)) {
            window.await("the project to open", () -> window.window().place() == Place.DATA);
            window.size(1280, 800);
            window.goTo(Place.LEADERBOARD);
            window.find("go-to-train", javafx.scene.Node.class);
            window.picture(PICTURES.resolve("leaderboard-empty.png"));

            window.click("go-to-train");
            assertEquals(Place.TRAIN, window.window().place());
        }
    }
}
