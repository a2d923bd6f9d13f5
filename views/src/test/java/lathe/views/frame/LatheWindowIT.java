package lathe.views.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.control.Label;
import lathe.views.desk.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatheWindowIT {

    private static final Path SAMPLES = Path.of("..", "sample-data").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @Test
    void opensAFileAndShowsItsData() throws Exception {
        Path file = Files.copy(SAMPLES.resolve("telecom-churn.csv"), folder.resolve("telecom-churn.csv"));
        try (TestWindow window = new TestWindow(folder, SAMPLES, Locale.ENGLISH, file)) {
            window.await("the project to open", () -> window.window().place() == Place.DATA);

            assertEquals("telecom-churn", window.find("project-name", Label.class).getText());
            window.pictures(Path.of("target", "pictures"), "frame");
        }
    }

    @Test
    void answersAFileThatIsNoTableWithOneMessage() throws Exception {
        Path file = Files.writeString(folder.resolve("picture.png"), "\u0089PNG no table");
        try (TestWindow window = new TestWindow(folder, SAMPLES, Locale.ENGLISH, file)) {
            window.find("problem-banner", javafx.scene.Node.class);

            assertEquals(Place.HOME, window.window().place());
            window.await("Home to list the samples", () -> !window.robot().lookup("#sample-telecom-churn").queryAll().isEmpty());
        }
    }
}
