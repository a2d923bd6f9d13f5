package lathe.views.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import lathe.scoring.pack.ModelPackage;
import lathe.scoring.pack.PackageReader;
import lathe.views.desk.Place;
import lathe.views.frame.TestWindow;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// From a file to a checked model file and a scored table, with the mouse.
class WalkByMouseIT {

    private static final int ROWS = 800;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"telecom-churn.csv, churned", "house-prices.xlsx, price", "support-tickets.jsonl, queue"})
    void leadsFromAFileToAModelAndAScoredTable(String sample, String target) throws Exception {
        Path file = head(sample);
        try (Walker walker = new Walker(folder)) {
            TestWindow window = walker.window();
            window.answer(file);
            window.click("choose-file");
            walker.awaitPlace(Place.DATA);
            window.forgiveSlowHandlers();
            walker.pick("target", target);
            window.await("the target " + target, () -> walker.settings().target().equals(target));
            window.click("next");
            walker.awaitPlace(Place.PREPARE);
            window.click("next");
            walker.awaitPlace(Place.TRAIN);
            train(walker);
            window.click("train-leaderboard");
            walker.awaitPlace(Place.LEADERBOARD);
            window.find("leaderboard-table", Node.class);
            window.click("next");
            walker.awaitPlace(Place.UNDERSTAND);
            window.find("scores", Node.class);
            window.click("next");
            walker.awaitPlace(Place.HAND_OVER);
            handOver(walker, file, target);
            assertEquals(List.of(), window.slow());
        }
    }

    // Texts are cut after some rows: the walk is the same and the models are trained sooner.
    private Path head(String sample) throws IOException {
        Path whole = Walker.SAMPLES.resolve(sample);
        Path copy = folder.resolve(sample);
        return sample.endsWith(".xlsx") ? Files.copy(whole, copy) : Files.write(copy, Files.readAllLines(whole).subList(0, ROWS));
    }

    private static void train(Walker walker) {
        TestWindow window = walker.window();
        window.click("train-limited");
        window.robot().doubleClickOn("#train-trials .text-field").push(KeyCode.CONTROL, KeyCode.A).write("3").push(KeyCode.ENTER);
        window.click("train-untimed");
        window.click("train-start");
        walker.awaitEndOfRun();
    }

    private void handOver(Walker walker, Path file, String target) throws Exception {
        TestWindow window = walker.window();
        Path saved = folder.resolve("saved.lathe");
        window.answer(saved);
        window.click("hand-over-save");
        walker.awaitText("outcome-save", "is saved");
        ModelPackage model = PackageReader.open(saved);
        assertEquals(target, model.signature().target());

        Path scored = folder.resolve("scored.csv");
        window.answer(file);
        window.click("score-choose");
        window.answer(scored);
        window.click("score-reasons");
        window.robot().type(KeyCode.HOME, KeyCode.ENTER);
        window.click("score-csv");
        walker.awaitText("score-result", "scored into");
        assertTrue(Files.readString(scored).lines().findFirst().orElse("").contains("prediction"));
    }
}
