package lathe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.RunRecord;
import lathe.engine.track.RunStatus;
import lathe.scoring.pack.PackageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Processes die in the middle; nothing finished is lost and nobody stays behind.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "kill -9 is asked for")
class KilledProcessesIT {

    @TempDir
    Path folder;

    private Process train(Path project, int seconds) throws IOException {
        return Cli.process(folder.resolve("output.txt"), "train", Cli.sample("telecom-churn.csv"), "--target", "churned",
                "--budget", seconds + "s", "--threads", 2, "--out", project).start();
    }

    @Test
    void theRunCompletesWhenAWorkerIsKilled() throws IOException, InterruptedException {
        Path project = folder.resolve("project");
        Process main = train(project, 20);
        waitUntil(Duration.ofSeconds(60), () -> trials(project) >= 2);
        List<ProcessHandle> workers = main.toHandle().children().toList();
        assertFalse(workers.isEmpty());

        workers.getFirst().destroyForcibly();

        assertTrue(main.waitFor(90, TimeUnit.SECONDS));
        assertEquals(0, main.exitValue(), () -> output());
        PackageReader.open(project.resolve("model.lathe"));
    }

    @Test
    void whatWasFinishedIsFoundAgainWhenTheMainProcessIsKilled() throws IOException, InterruptedException {
        Path project = folder.resolve("project");
        Process main = train(project, 120);
        waitUntil(Duration.ofSeconds(60), () -> trials(project) >= 3);
        List<ProcessHandle> workers = main.toHandle().children().toList();

        main.destroyForcibly();
        assertTrue(main.waitFor(10, TimeUnit.SECONDS));

        waitUntil(Duration.ofSeconds(3), () -> workers.stream().noneMatch(ProcessHandle::isAlive));
        PackageReader.open(project.resolve("model.lathe"));
        try (ProjectFolder opened = ProjectFolder.open(project)) {
            List<String> runs = opened.runs().ids();
            RunRecord run = opened.runs().run(runs.getFirst());
            assertEquals(RunStatus.INTERRUPTED, run.status());
            assertEquals(ProjectFolder.MODEL_FILE, run.model(), "its best model until then is found again");
            assertTrue(opened.runs().trials(runs.getFirst()).trials().size() >= 3);
        }
    }

    private static long trials(Path project) {
        if (!Files.isDirectory(project.resolve("runs"))) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(project.resolve("runs"))) {
            for (Path file : files.filter(each -> each.endsWith("trials.jsonl")).toList()) {
                return Files.readAllLines(file).size();
            }
            return 0;
        } catch (IOException notYet) {
            return 0;   // a file that is being made
        }
    }

    private String output() {
        try {
            return Files.readString(folder.resolve("output.txt"));
        } catch (IOException none) {
            return "no output: " + none.getMessage();
        }
    }

    private void waitUntil(Duration most, BooleanSupplier holds) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (!holds.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, () -> "not within " + most + ": " + output());
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
