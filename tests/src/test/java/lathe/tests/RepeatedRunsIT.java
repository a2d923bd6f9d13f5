package lathe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lathe.scoring.pack.PackageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A project can be run again: equal settings give equal results, changed ones count, and nothing earlier is lost.
class RepeatedRunsIT {

    private static final int ROWS = 1_500;

    @TempDir
    Path folder;

    private Path train(String name, int threads) {
        Path project = folder.resolve(name);
        Cli.Ended ended = Cli.run("train", Cli.churn(folder, ROWS), "--target", "churned", "--trials", 3,
                "--seed", 11, "--threads", threads, "--quiet", "--out", project);
        assertEquals(0, ended.exit(), ended.err());
        return project;
    }

    @Test
    void equalSeedAndTrialsGiveTheSameLeaderboardWhateverTheThreads() throws IOException {
        List<String> one = values(train("one", 1));
        List<String> two = values(train("two", 2));

        assertEquals(one, two);
        assertTrue(one.size() > 3, one.toString());
    }

    @Test
    void runningAProjectAgainTakesWhatWasChangedAndKeepsTheEarlierModel() throws IOException {
        Path project = train("project", 2);
        Path settings = project.resolve("project.yaml");
        String before = Files.readString(settings);
        Files.writeString(settings, before.replace("columns: {}", "columns:\n  monthly_charge:\n    step: log"));
        assertNotEquals(before, Files.readString(settings));

        Cli.Ended again = Cli.run("run", project, "--quiet");

        assertEquals(0, again.exit(), again.err());
        try (Stream<Path> models = Files.list(project.resolve("models"))) {
            List<Path> kept = models.toList();
            assertEquals(2, kept.size());
            kept.forEach(PackageReader::open);
        }
        try (Stream<Path> runs = Files.list(project.resolve("runs"))) {
            assertEquals(2, runs.count());
        }
        String text = Files.readString(project.resolve("leaderboard.csv"));
        assertTrue(text.startsWith("rank,"), text);
    }

    // Name, learner, metric and value; times differ from run to run.
    private static List<String> values(Path project) throws IOException {
        return Files.readAllLines(project.resolve("leaderboard.csv")).stream().map(line -> {
            String[] cells = line.split(",");
            return cells[0] + " " + cells[1] + " " + cells[2] + " " + cells[4];
        }).toList();
    }
}
