package lathe.views.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import lathe.views.desk.Place;
import lathe.views.frame.TestWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeScreenIT {

    private static final Path SAMPLES = Path.of("..", "sample-data").toAbsolutePath().normalize();
    private static final Path PICTURES = Path.of("target", "pictures");

    @TempDir
    Path folder;

    @Test
    void opensASampleWithItsTargetAndListsItsProjectAfterwards() {
        try (TestWindow window = new TestWindow(folder, SAMPLES, Locale.ENGLISH, null)) {
            window.find("sample-telecom-churn", Button.class);
            window.size(1280, 800);
            window.pictures(PICTURES, "home-first");
            window.click("sample-telecom-churn");
            window.await("the project to open", () -> window.window().place() == Place.DATA);

            assertEquals("churned", TestWindow.onWindow(() ->
                    window.window().desk().session().projectProperty().get().settings().target()));
            window.goTo(Place.HOME);
            assertTrue(window.find("recent-telecom-churn", Button.class).isVisible());
            window.pictures(PICTURES, "home");
            window.size(1000, 700);
            window.picture(PICTURES.resolve("home-small.png"));
            assertEquals(List.of(), window.slow());
        }
    }

    @Test
    void beginsWithAFileOfOnesOwn() throws Exception {
        Path file = Files.writeString(folder.resolve("own.csv"), "a,b\n" + "1,x\n2,y\n3,x\n".repeat(20));
        try (TestWindow window = new TestWindow(folder, SAMPLES, Locale.GERMAN, null)) {
            window.find("sample-telecom-churn", Button.class);
            window.size(1280, 800);
            window.picture(PICTURES.resolve("home-german.png"));
            TestWindow.onWindow(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, "a\tb\n1\tx\n2\ty\n")));
            window.click("paste-table");
            window.await("the project to open", () -> window.window().place() == Place.DATA);
            window.goTo(Place.HOME);
            window.answer(file);
            window.click("choose-file");
            window.await("the project to open", () -> window.window().place() == Place.DATA);
            window.find("columns", Node.class);
            window.picture(PICTURES.resolve("data-german.png"));

            assertTrue(Files.isDirectory(folder.resolve("own.lathe-project")));
            try (Stream<Path> made = Files.list(folder)) {
                assertTrue(made.anyMatch(path -> path.getFileName().toString().matches("pasted-.*lathe-project")));
            }
        }
    }
}
