package lathe.views.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import lathe.scoring.pack.PackageReader;
import lathe.views.desk.Place;
import lathe.views.frame.TestWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same way without a mouse.
class WalkByKeyboardIT {

    private static final int ROWS = 1_200;

    @TempDir
    Path folder;

    @Test
    void leadsFromAFileToAModelFile() throws Exception {
        Path file = Files.write(folder.resolve("telecom-churn.csv"),
                Files.readAllLines(Walker.SAMPLES.resolve("telecom-churn.csv")).subList(0, ROWS));
        try (Walker walker = new Walker(folder)) {
            TestWindow window = walker.window();
            window.answer(file);
            walker.tabTo("choose-file");
            walker.press(KeyCode.SPACE);
            walker.awaitPlace(Place.DATA);
            window.forgiveSlowHandlers();

            chooseTarget(walker);
            walker.press(KeyCode.ALT, KeyCode.RIGHT);
            walker.awaitPlace(Place.PREPARE);
            walker.press(KeyCode.ALT, KeyCode.RIGHT);
            walker.awaitPlace(Place.TRAIN);
            train(walker);
            walker.press(KeyCode.CONTROL, KeyCode.DIGIT6);
            walker.awaitPlace(Place.LEADERBOARD);
            walker.tabTo("leaderboard-table");
            walker.press(KeyCode.DOWN);
            walker.press(KeyCode.DOWN);
            assertEquals(true, TestWindow.onWindow(() -> window.find("leaderboard-table", TableView.class)
                    .getSelectionModel().getSelectedIndex() >= 1));
            walker.press(KeyCode.CONTROL, KeyCode.DIGIT7);
            walker.awaitPlace(Place.UNDERSTAND);
            walker.tabTo("understand-tabs");
            walker.press(KeyCode.CONTROL, KeyCode.DIGIT8);
            walker.awaitPlace(Place.HAND_OVER);
            save(walker);
            assertEquals(List.of(), window.slow());
        }
    }

    @SuppressWarnings("unchecked")
    private static void chooseTarget(Walker walker) {
        TestWindow window = walker.window();
        ComboBox<String> target = window.find("target", ComboBox.class);
        walker.tabTo("target");
        walker.downTo(target, "churned");
        walker.press(KeyCode.ENTER);
        assertEquals("churned", walker.settings().target());
        walker.press(KeyCode.CONTROL, KeyCode.Z);
        assertEquals("", walker.settings().target());
        walker.press(KeyCode.CONTROL, KeyCode.Y);
        assertEquals("churned", walker.settings().target());
    }

    private static void train(Walker walker) {
        TestWindow window = walker.window();
        walker.tabTo("train-limited");
        walker.press(KeyCode.SPACE);
        walker.tabTo("train-trials");
        walker.press(KeyCode.CONTROL, KeyCode.A);
        window.robot().write("3");
        walker.press(KeyCode.ENTER);
        walker.tabTo("train-start");
        walker.press(KeyCode.SPACE);
        walker.awaitEndOfRun();
    }

    private void save(Walker walker) throws Exception {
        TestWindow window = walker.window();
        Path saved = folder.resolve("saved.lathe");
        window.answer(saved);
        walker.tabTo("hand-over-save");
        walker.press(KeyCode.SPACE);
        walker.awaitText("outcome-save", "is saved");
        assertEquals("churned", PackageReader.open(saved).signature().target());
    }
}
