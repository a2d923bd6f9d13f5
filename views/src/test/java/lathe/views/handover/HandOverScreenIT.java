package lathe.views.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import lathe.engine.flow.AutoMl;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.ProjectSettings;
import lathe.engine.track.SearchSettings;
import lathe.scoring.pack.PackageReader;
import lathe.views.desk.Place;
import lathe.views.frame.TestWindow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandOverScreenIT {

    private static final Path SAMPLES = Path.of("..", "sample-data").toAbsolutePath().normalize();
    private static final Path PICTURES = Path.of("target", "pictures");

    @TempDir
    static Path folder;

    private static Path project;
    private static Path data;

    @BeforeAll
    static void train() throws IOException, InterruptedException {
        data = folder.resolve("telecom-churn.csv");
        Files.write(data, Files.readAllLines(SAMPLES.resolve("telecom-churn.csv")).subList(0, 1200));
        project = folder.resolve("churn.lathe-project");
        ProjectSettings settings = ProjectSettings.EMPTY.withTarget("churned").withSource(ProjectFolder.relativeSource(project, data))
                .withSearch(SearchSettings.DEFAULTS.withTrialLimit(3).withBudgetSeconds(60).withThreads(2));
        try (ProjectFolder open = ProjectFolder.create(project, settings)) {
            assertTrue(AutoMl.start(open, event -> { }).awaitEnd(Duration.ofSeconds(150)));
        }
    }

    @Test
    void savesExportsAndChecksTheModelAndScoresAFile() throws IOException {
        Path own = Files.createDirectories(folder.resolve("own"));
        try (TestWindow window = new TestWindow(own, SAMPLES, Locale.ENGLISH, project)) {
            open(window);
            window.pictures(PICTURES, "hand-over-before");

            Path saved = own.resolve("churn.lathe");
            window.answer(saved);
            window.click("hand-over-save");
            window.await("the model to be saved", () -> shows(window, "outcome-save", "is saved"));
            assertEquals("churned", PackageReader.open(saved).signature().target());

            Path onnx = own.resolve("churn.onnx");
            window.answer(onnx);
            window.click("hand-over-onnx");
            window.await("the export", () -> shows(window, "outcome-onnx", "is written and runs"));
            assertTrue(Files.size(onnx) > 1000);
            window.click("hand-over-verify");
            window.await("the check", () -> shows(window, "outcome-verify", "is whole"));
            assertTrue(window.find("commands", TextArea.class).getText().contains("lathe run "));

            Path scored = own.resolve("scored.csv");
            window.answer(data);
            window.click("score-choose");
            window.find("score-matches", Node.class);
            window.click("score-ranges");
            window.answer(scored);
            window.click("score-csv");
            window.await("the file to be scored", () -> shows(window, "score-result", "1,199 rows scored"));
            window.pictures(PICTURES, "hand-over");
            window.size(1000, 700);
            window.picture(PICTURES.resolve("hand-over-small.png"));
            List<String> lines = Files.readAllLines(scored);
            assertEquals(1200, lines.size());
            assertTrue(lines.getFirst().endsWith(",prediction,p_no,p_yes,churned_set,reason_1,reason_2,reason_3"), lines.getFirst());
            assertEquals(List.of(), window.slow());
        }
    }

    @Test
    void saysWhatStandsInTheWayAndLeavesNothingHalfWritten() throws IOException {
        Path own = Files.createDirectories(folder.resolve("wrong"));
        Path noFolder = Files.writeString(own.resolve("a-file"), "not a folder");
        Path other = Files.writeString(own.resolve("other.csv"), "a,b\n1,2\n");
        try (TestWindow window = new TestWindow(own, SAMPLES, Locale.ENGLISH, project)) {
            open(window);
            window.answer(noFolder.resolve("churn.onnx"));
            window.click("hand-over-onnx");
            window.await("the refusal", () -> window.robot().lookup("#outcome-onnx .problem-card").tryQuery().isPresent());

            window.answer(other);
            window.click("score-choose");
            window.await("the missing columns", () -> shows(window, "score-matches", "the file lacks them"));
            assertTrue(window.find("score-matches", Node.class).isVisible());
            window.picture(PICTURES.resolve("hand-over-refused.png"));
            assertFalse(Files.exists(noFolder.resolve("churn.onnx")));
            try (Stream<Path> left = Files.list(own)) {
                assertEquals(List.of(), left.filter(path -> path.toString().endsWith(".part")).toList());
            }
        }
    }

    private static void open(TestWindow window) {
        window.await("the project to open", () -> window.window().place() == Place.DATA);
        window.goTo(Place.HAND_OVER);
        window.find("hand-over-save", Node.class);
    }

    private static boolean shows(TestWindow window, String id, String words) {
        return window.robot().lookup("#" + id + " .label").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().contains(words));
    }
}
