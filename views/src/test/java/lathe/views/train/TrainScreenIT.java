package lathe.views.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import lathe.engine.flow.AutoMl;
import lathe.engine.flow.RunControl;
import lathe.engine.flow.RunResult;
import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;
import lathe.engine.track.LeaderboardRow;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.ProjectSettings;
import lathe.engine.track.RunRecord;
import lathe.engine.track.SearchSettings;
import lathe.views.desk.OpenProject;
import lathe.views.desk.Place;
import lathe.views.frame.TestWindow;
import lathe.views.run.BoardRow;
import lathe.views.run.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainScreenIT {

    private static final Path SAMPLES = Path.of("..", "sample-data").toAbsolutePath().normalize();
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final int TRIALS = 5;
    private static final int ROWS = 2_000;

    @TempDir
    Path folder;

    // In the smallest window nothing reaches under the right edge of the choices, which do not scroll sideways.
    private static void everyCardFits(TestWindow window) throws Exception {
        ComboBox<?> strategy = window.find("train-strategy", ComboBox.class);
        TestWindow.onWindow(() -> {
            ScrollPane scroll = scroll(strategy);
            assertTrue(scroll.getContent().getLayoutBounds().getWidth() <= scroll.getViewportBounds().getWidth() + 1,
                    "choices are %.0f wide, there is room for %.0f".formatted(scroll.getContent().getLayoutBounds().getWidth(),
                            scroll.getViewportBounds().getWidth()));
            scroll.setVvalue(1);
            return scroll;
        });
        window.settle();
    }

    private static ScrollPane scroll(Node node) {
        Parent parent = node.getParent();
        while (!(parent instanceof ScrollPane)) {
            parent = parent.getParent();
        }
        return (ScrollPane) parent;
    }

    @Test
    void trainsByMouseAndEndsWithTheLeaderboardOfTheCommandLine() throws Exception {
        Path root = project("desktop");
        try (TestWindow window = new TestWindow(folder, SAMPLES, Locale.ENGLISH, root)) {
            window.await("the project to open", () -> window.window().place() != Place.HOME);
            window.click("rail-train");
            choose(window);
            window.pictures(PICTURES, "train-setup");
            window.size(1000, 700);
            window.picture(PICTURES.resolve("train-setup-small-light.png"));
            everyCardFits(window);
            window.picture(PICTURES.resolve("train-setup-small-end-light.png"));
            window.size(1280, 800);
            OpenProject project = TestWindow.onWindow(() -> window.window().desk().session().projectProperty().get());
            assertEquals(SearchSettings.LONGEST, project.settings().search().budgetSeconds());

            window.click("train-start");
            window.await("three models", () -> project.running().state().scored().size() >= 3);
            window.pictures(PICTURES, "train-live");
            window.goTo(Place.DATA);
            assertTrue(window.find("run-pill", Labeled.class).getText().startsWith("training"));
            window.click("run-pill");
            assertEquals(Place.TRAIN, window.window().place());
            window.await("the end of the run", 240, () -> project.running().state().phase() == RunState.Phase.ENDED);
            assertTrue(window.find("train-score", Label.class).getText().contains("±"));
            assertEquals("Add 10 minutes", window.find("train-more-add", Labeled.class).getText());
            window.pictures(PICTURES, "train-result");
            window.size(1000, 700);
            window.picture(PICTURES.resolve("train-result-small-light.png"));

            RunRecord latest = TestWindow.onWindow(() -> project.running().latestModelProperty().get());
            assertNotNull(latest);
            assertEquals(commandLine(project.settings()), rows(project.running().state()));
            assertEquals(List.of(), window.slow());
            window.click("train-again");
            window.find("train-last-add", Labeled.class);
            window.pictures(PICTURES, "train-last");
        }
    }

    @Test
    void saysWhatIsMissingAndHelps() throws Exception {
        Path root = folder.resolve("empty.lathe-project");
        Path data = Files.copy(SAMPLES.resolve("telecom-churn.csv"), folder.resolve("churn.csv"));
        ProjectFolder.create(root, ProjectSettings.EMPTY.withSource(ProjectFolder.relativeSource(root, data))
                .withSearch(SearchSettings.DEFAULTS.withClassWeights(SearchSettings.SMOTE))).close();
        try (TestWindow window = new TestWindow(folder, SAMPLES, Locale.GERMAN, root)) {
            window.await("the project to open", () -> window.window().place() != Place.HOME);
            window.goTo(Place.TRAIN);
            window.find("train-blocker", javafx.scene.Node.class);
            assertTrue(window.find("train-start", javafx.scene.Node.class).isDisabled());
            window.picture(PICTURES.resolve("train-blocked-light.png"));
            window.size(1000, 700);
            everyCardFits(window);
            window.pictures(PICTURES, "train-german-small-end");

            window.click("train-blocker-help");
            assertEquals(Place.DATA, window.window().place());
        }
    }

    private Path project(String name) throws Exception {
        Path root = folder.resolve(name + ".lathe-project");
        Path data = folder.resolve("telecom-churn.csv");
        if (!Files.exists(data)) {
            Files.write(data, Files.readAllLines(SAMPLES.resolve("telecom-churn.csv")).subList(0, ROWS));
        }
        ProjectFolder.create(root, ProjectSettings.EMPTY.withSource(ProjectFolder.relativeSource(root, data))
                .withTarget("churned")).close();
        return root;
    }

    private static void choose(TestWindow window) {
        window.picture(PICTURES.resolve("train-first-light.png"));
        window.await("the preview", 20, () -> !window.robot().lookup("#train-start").query().isDisabled());
        window.click("train-limited");
        window.robot().doubleClickOn("#train-trials .text-field").push(KeyCode.CONTROL, KeyCode.A).write("5")
                .push(KeyCode.ENTER);
        window.settle();
        window.click("train-untimed");
        window.await("the preview to follow", () -> window.robot().lookup("#train-preview .label").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().contains("5 models")));
    }

    // What `lathe run` does with the same project.
    private List<String> commandLine(ProjectSettings settings) throws Exception {
        Path root = project("command-line");
        try (ProjectFolder project = ProjectFolder.open(root)) {
            project.save(settings);
            RunControl control = new RunControl(Deadline.in(Duration.ofSeconds((long) settings.search().budgetSeconds())),
                    new CancelToken(), event -> { });
            RunResult result = new AutoMl(project, control).run();
            assertEquals(TRIALS, result.leaderboard().rows().stream().filter(row -> row.trial() > 0).count());
            return result.leaderboard().rows().stream().map(TrainScreenIT::text).toList();
        }
    }

    private static String text(LeaderboardRow row) {
        return row.rank() + " " + row.name() + " " + row.value() + " " + row.lower() + " " + row.upper() + " " + row.tied();
    }

    private static List<String> rows(RunState state) {
        return state.board().stream().map(TrainScreenIT::text).toList();
    }

    private static String text(BoardRow row) {
        return row.rank() + " " + row.name() + " " + row.value() + " " + row.lower() + " " + row.upper() + " " + row.tied();
    }
}
