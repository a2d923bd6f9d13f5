package lathe.views.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import lathe.engine.flow.AutoMl;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.ProjectSettings;
import lathe.engine.track.SearchSettings;
import lathe.views.desk.Place;
import lathe.views.frame.TestWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What quick answers cost stays to be read when a project is opened again.
class SpeedLineIT {

    private static final Path SAMPLES = Path.of("..", "sample-data").toAbsolutePath().normalize();
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final List<Place> PLACES = List.of(Place.TRAIN, Place.LEADERBOARD, Place.HAND_OVER);

    @TempDir
    Path folder;

    private Path trained(String name, String scoring) throws IOException, InterruptedException {
        Path data = folder.resolve("telecom-churn.csv");
        Files.write(data, Files.readAllLines(SAMPLES.resolve("telecom-churn.csv")).subList(0, 1200));
        Path root = folder.resolve(name + ".lathe-project");
        ProjectSettings settings = ProjectSettings.EMPTY.withTarget("churned").withSource(ProjectFolder.relativeSource(root, data))
                .withSearch(SearchSettings.DEFAULTS.withTrialLimit(4).withBudgetSeconds(30).withThreads(2).withScoring(scoring));
        try (ProjectFolder open = ProjectFolder.create(root, settings)) {
            assertTrue(AutoMl.start(open, event -> { }).awaitEnd(Duration.ofSeconds(150)));
        }
        return root;
    }

    @Test
    void isInTheWordsOfTheReportOnTrainLeaderboardAndHandOver() throws Exception {
        Path root = trained("quick", SearchSettings.FAST);
        try (TestWindow window = new TestWindow(folder, SAMPLES, Locale.ENGLISH, root)) {
            window.await("the project to open", () -> window.window().place() == Place.DATA);
            window.size(1280, 800);
            String said = TestWindow.onWindow(() -> window.window().desk().session().projectProperty().get().running()
                    .latestModelProperty().get().speed());
            assertTrue(said.contains("microseconds a row") && said.contains("blend"), said);
            assertTrue(Files.readString(root.resolve("report.html")).contains(said.substring(0, said.indexOf('.'))));
            for (Place place : PLACES) {
                window.goTo(place);
                Label line = window.find("speed-line", Label.class);
                String cost = line.getText().substring(line.getText().indexOf(": ") + 2);
                assertTrue(line.getText().startsWith("Quick answers against the blend without a limit: "), line.getText());
                assertTrue(said.contains(cost), cost);
                assertTrue(cost.contains("than that blend's") || cost.endsWith("both score the same."), cost);
                assertFalse(cost.contains("microseconds"), cost);
                assertEquals(said, line.getTooltip().getText());
                window.pictures(PICTURES, "speed-" + place.name().toLowerCase(Locale.ROOT));
                window.size(1000, 700);
                window.picture(PICTURES.resolve("speed-" + place.name().toLowerCase(Locale.ROOT) + "-small.png"));
                window.size(1280, 800);
            }
        }
    }

    @Test
    void takesNoRoomWhereQuickAnswersWereNotAskedFor() throws Exception {
        Path root = trained("usual", SearchSettings.BEST);
        try (TestWindow window = new TestWindow(folder, SAMPLES, Locale.ENGLISH, root)) {
            window.await("the project to open", () -> window.window().place() == Place.DATA);
            for (Place place : PLACES) {
                window.goTo(place);
                if (place == Place.LEADERBOARD) {
                    window.find("leaderboard-answer", Label.class);
                }
                assertEquals(List.of(), window.robot().lookup("#speed-line").queryAll().stream().filter(Node::isManaged).toList());
            }
        }
    }
}
