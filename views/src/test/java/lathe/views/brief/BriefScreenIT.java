package lathe.views.brief;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import lathe.engine.track.Brief;
import lathe.views.desk.Place;
import lathe.views.frame.TestWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BriefScreenIT {

    private static final Path SAMPLES = Path.of("..", "sample-data").toAbsolutePath().normalize();
    private static final Path PICTURES = Path.of("target", "pictures");

    @TempDir
    Path folder;

    private static Brief brief(TestWindow window) {
        return TestWindow.onWindow(() -> window.window().desk().session().projectProperty().get().settings().brief());
    }

    @Test
    void keepsWhatIsTypedWhenAFieldIsLeftAndTakesItBack() {
        try (TestWindow window = new TestWindow(folder, SAMPLES, Locale.GERMAN, SAMPLES.resolve("telecom-churn.csv"))) {
            window.await("the project to open", () -> window.window().place() == Place.DATA);
            window.size(1280, 800);
            window.goTo(Place.BRIEF);
            window.forgiveSlowHandlers();   // those of Data, in a process that has just begun
            window.click("brief-context");
            window.robot().write("Kunden gehen").type(KeyCode.TAB);
            assertEquals("Kunden gehen", brief(window).context());

            window.click("brief-hit");
            window.robot().write("12,50").type(KeyCode.ENTER);
            assertEquals(12.5, brief(window).payOff().hit());
            window.click("brief-miss");
            window.robot().write("viel").type(KeyCode.TAB);
            assertTrue(window.find("error-miss", Label.class).getText().contains("viel"));
            assertTrue(Double.isNaN(brief(window).payOff().miss()));
            window.picture(PICTURES.resolve("brief-error.png"));

            window.click("undo");
            assertTrue(Double.isNaN(brief(window).payOff().hit()));
            assertEquals("", window.find("brief-hit", TextField.class).getText());
            assertEquals(List.of(), window.slow());
        }
    }

    @Test
    void showsItselfInLightAndDark() {
        try (TestWindow window = new TestWindow(folder, SAMPLES, Locale.ENGLISH, SAMPLES.resolve("telecom-churn.csv"))) {
            window.await("the project to open", () -> window.window().place() == Place.DATA);
            window.size(1280, 800);
            window.goTo(Place.BRIEF);
            window.pictures(PICTURES, "brief");
            window.size(1000, 700);
            window.picture(PICTURES.resolve("brief-small.png"));
            assertTrue(window.find("brief-metric", javafx.scene.Node.class).isVisible());
        }
    }
}
