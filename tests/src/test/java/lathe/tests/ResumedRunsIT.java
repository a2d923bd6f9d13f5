package lathe.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.RunRecord;
import lathe.engine.track.RunStore;
import lathe.engine.track.TrialRecord;
import lathe.engine.track.TrialStatus;
import lathe.scoring.pack.PackageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run goes on where it ended, with the same trials as one that was never stopped.
class ResumedRunsIT {

    @TempDir
    Path folder;

    private Path table() throws IOException {
        StringBuilder text = new StringBuilder("a,b,y\n");
        for (int row = 0; row < 240; row++) {
            int a = row * 37 % 101;
            int b = row * 53 % 89;
            text.append(a).append(',').append(b).append(',').append(a + b + row * 71 % 60 > 110 ? "yes" : "no").append('\n');
        }
        return Files.writeString(folder.resolve("table.csv"), text);
    }

    private Path train(Path table, String name, int trials) {
        Path project = folder.resolve(name);
        Cli.Ended ended = Cli.run("train", table, "--target", "y", "--trials", trials, "--seed", 5, "--threads", 2, "--quiet",
                "--out", project);
        assertEquals(0, ended.exit(), ended.err());
        return project;
    }

    @Test
    void threeTrialsAndThreeMoreAreTheSameAsSix() throws IOException {
        Path table = table();
        Path whole = train(table, "whole", 6);
        Path parts = train(table, "parts", 3);

        Cli.Ended more = Cli.run("resume", parts, "--trials", 3, "--quiet");

        assertEquals(0, more.exit(), more.err());
        assertEquals(values(whole), values(parts));
        try (ProjectFolder project = ProjectFolder.open(parts)) {
            RunStore runs = project.runs();
            RunRecord first = runs.run(runs.ids().getFirst());
            RunRecord second = runs.run(runs.ids().getLast());
            assertEquals(2, runs.ids().size());
            assertTrue(second.ensemble().value() >= first.ensemble().value(), "more time never costs score");
            assertEquals(first.spec().id(), second.continued().run());
            assertEquals(first.secondsInAll(), second.continued().seconds());
            assertEquals(3, runs.trials(first.spec().id()).trials().size());
            assertEquals(6, runs.trials(second.spec().id()).trials().size());
            List<TrialRecord> taken = runs.trials(first.spec().id()).trials().stream()
                    .filter(trial -> trial.status() == TrialStatus.SCORED)
                    .sorted(Comparator.comparingInt(TrialRecord::trial)).toList();
            assertEquals(taken, runs.trials(second.spec().id()).trials().subList(0, taken.size()), "fitted once, with their times");
        }
        PackageReader.open(parts.resolve("model.lathe"));
    }

    @Test
    void dataThatChangedIsRefusedWithTheColumnNamed() throws IOException {
        Path table = table();
        Path project = train(table, "project", 2);
        byte[] model = Files.readAllBytes(project.resolve("model.lathe"));
        Files.writeString(table, Files.readString(table).replaceFirst("\n0,0,", "\n0,1,"));

        Cli.Ended refused = Cli.run("resume", project, "--budget", "5s");

        assertEquals(1, refused.exit());
        assertTrue(refused.err().contains("it has other values in 'b'"), refused.err());
        assertEquals(1, new RunStore(project.resolve("runs")).ids().size());
        assertArrayEquals(model, Files.readAllBytes(project.resolve("model.lathe")));
    }

    // Rank, name, value with its interval, fold values and weight; times differ from run to run.
    private static List<String> values(Path project) throws IOException {
        List<String> lines = Files.readAllLines(project.resolve("leaderboard.csv"));
        List<String> heads = List.of(lines.getFirst().split(","));
        List<Integer> wanted = List.of("rank", "name", "value", "lower", "upper", "folds", "weight").stream().map(heads::indexOf).toList();
        return lines.stream().map(line -> {
            String[] cells = line.split(",", -1);
            return String.join(" ", wanted.stream().map(at -> cells[at]).toList());
        }).toList();
    }
}
