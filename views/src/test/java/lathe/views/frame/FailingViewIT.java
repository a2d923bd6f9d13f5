package lathe.views.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.Node;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.SearchSettings;
import lathe.views.desk.OpenProject;
import lathe.views.desk.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailingViewIT {

    private static final Path SAMPLES = Path.of("..", "sample-data").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @AfterEach
    void letTestsHearOfFailuresAgain() {
        TestWindow.onWindow(() -> {
            Thread.currentThread().setUncaughtExceptionHandler(null);
            return true;
        });
    }

    @Test
    void isToldOfAndStopsNeitherTheRunNorTheSavingOfChoices() throws Exception {
        Path file = folder.resolve("churn.csv");
        Files.write(file, Files.readAllLines(SAMPLES.resolve("telecom-churn.csv")).subList(0, 801));
        try (TestWindow window = new TestWindow(folder, SAMPLES, Locale.ENGLISH, file)) {
            window.await("the project to open", () -> window.window().place() == Place.DATA);
            OpenProject project = TestWindow.onWindow(() -> window.window().desk().session().projectProperty().get());
            window.await("the data", () -> project.dataProperty().get().optional().isPresent());
            TestWindow.onWindow(() -> {
                Desktop.showFailures(window.window());
                project.change("choose", settings -> settings.withTarget("churned")
                        .withSearch(SearchSettings.DEFAULTS.withBudgetSeconds(600).withThreads(1)));
                project.running().start();
                Platform.runLater(() -> {
                    throw new IllegalStateException("a view fails, as asked for by a test");
                });
                return true;
            });

            window.find("problem-banner", Node.class);
            window.await("trials after the failure", () -> project.running().state().scored().size() >= 2);
            TestWindow.onWindow(() -> {
                project.change("choose", settings -> settings.withName("after the failure"));
                return true;
            });
            window.goTo(Place.LEADERBOARD);
            window.find("leaderboard-table", Node.class);
        }
        try (ProjectFolder again = ProjectFolder.open(theProject())) {
            assertEquals("after the failure", again.settings().name());
            assertTrue(again.runs().trials(again.runs().ids().getFirst()).trials().size() >= 2);
            assertTrue(Files.exists(again.root().resolve("model.lathe")), "the best so far is handed over");
        }
    }

    private Path theProject() throws Exception {
        try (var paths = Files.list(folder)) {
            return paths.filter(ProjectFolder::exists).findFirst().orElseThrow();
        }
    }
}
