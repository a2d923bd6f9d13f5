package lathe.views.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import lathe.views.desk.Place;
import lathe.views.frame.TestWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is wrong is answered on the screen, and nothing is lost.
class WalkThroughWrongInputsIT {

    @TempDir
    Path folder;

    @Test
    void everyMistakeIsAnswered() throws Exception {
        Path file = folder.resolve("telecom-churn.csv");
        Files.write(file, Files.readAllLines(Walker.SAMPLES.resolve("telecom-churn.csv")).subList(0, 1200));
        Path wrong = Files.write(folder.resolve("picture.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0});
        try (Walker walker = new Walker(folder)) {
            TestWindow window = walker.window();
            window.answer(wrong);
            window.click("choose-file");
            window.find("problem-banner", Node.class);
            assertEquals(Place.HOME, window.window().place());
            try (Stream<Path> left = Files.list(folder)) {
                assertEquals(List.of(), left.filter(path -> path.toString().endsWith("project")).toList());
            }

            window.answer(file);
            window.click("choose-file");
            walker.awaitPlace(Place.DATA);
            window.forgiveSlowHandlers();
            assertTrue(window.find("next", Node.class).isDisabled(), "there is no target yet");
            assertFalse(window.find("why", Label.class).getText().isEmpty());
            window.goTo(Place.TRAIN);
            assertTrue(window.find("train-start", Node.class).isDisabled());
            window.goTo(Place.DATA);
            walker.pick("target", "churned");
            allColumnsDropped(walker);
            train(walker);
            fullDisk(walker);
            assertEquals(List.of(), window.slow());
        }
    }

    private static void allColumnsDropped(Walker walker) {
        TestWindow window = walker.window();
        TableView<?> table = window.find("columns", TableView.class);
        window.robot().clickOn(table.lookup(".table-row-cell")).push(KeyCode.CONTROL, KeyCode.A);
        window.settle();
        window.click("bulk-leave-out");
        window.await("the way on to be closed", () -> window.robot().lookup("#next").query().isDisabled());
        window.picture(Path.of("target", "pictures", "wrong-all-dropped.png"));
        window.goTo(Place.TRAIN);
        assertTrue(window.find("train-start", Node.class).isDisabled());
        window.goTo(Place.DATA);
        window.click("undo");
        window.await("the way on to be open", () -> !window.robot().lookup("#next").query().isDisabled());
    }

    private static void train(Walker walker) {
        TestWindow window = walker.window();
        window.goTo(Place.TRAIN);
        window.click("train-limited");
        window.robot().doubleClickOn("#train-trials .text-field").push(KeyCode.CONTROL, KeyCode.A).write("2").push(KeyCode.ENTER);
        window.click("train-start");
        walker.awaitEndOfRun();
        window.goTo(Place.HAND_OVER);
    }

    private void fullDisk(Walker walker) throws IOException, InterruptedException {
        TestWindow window = walker.window();
        Path disk = Files.createDirectory(folder.resolve("disk"));
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", disk.toString());
        if (!mounted) {
            System.err.println("SKIPPED: no small file system can be made here, so a missing folder stands for a full disk");
        }
        try {
            Path out = mounted ? disk.resolve("model.onnx") : folder.resolve("no-such-folder").resolve("model.onnx");
            window.answer(out);
            window.click("hand-over-onnx");
            window.await("the refusal", () -> window.robot().lookup("#outcome-onnx .problem-card").tryQuery().isPresent());
            window.answer(out.resolveSibling("model.lathe"));
            window.click("hand-over-save");
            window.await("the refusal", () -> window.robot().lookup("#outcome-save .problem-card").tryQuery().isPresent());
            window.picture(Path.of("target", "pictures", "wrong-full-disk.png"));
            if (mounted) {
                try (Stream<Path> left = Files.list(disk)) {
                    assertEquals(List.of(), left.toList(), "nothing half-written");
                }
            }
        } finally {
            if (mounted) {
                assertTrue(run("umount", disk.toString()));
            }
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notHere) {
            return false;
        }
    }
}
