package lathe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.RunRecord;
import lathe.engine.track.RunStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run of a sample of the rows says so everywhere, and goes on with the same rows.
class SampledRunsIT {

    private static final int ROWS = 9_000;

    @TempDir
    Path folder;

    @Test
    void theSampleIsSaidKeptAndReadAgain() throws IOException {
        Random random = new Random(2);
        StringBuilder text = new StringBuilder("a,b,y\n");
        for (int row = 0; row < ROWS; row++) {
            double a = random.nextGaussian();
            text.append(a).append(",\"level\n").append(row % 7).append("\",").append(a + random.nextGaussian() > 0 ? "yes" : "no").append('\n');
        }
        Path table = Files.writeString(folder.resolve("table.csv"), text);
        Path project = folder.resolve("project");

        Cli.Ended ended = Cli.run("train", table, "--target", "y", "--trials", 2, "--threads", 1, "--sample", 0.2, "--out", project);

        assertEquals(0, ended.exit(), ended.err());
        assertTrue((ended.out() + ended.err()).contains("A random sample was read"), ended.out());
        assertTrue(Files.readString(project.resolve("report.html")).contains("a random sample of 20"), "the report says it");
        Cli.Ended more = Cli.run("resume", project, "--trials", 1, "--quiet");
        assertEquals(0, more.exit(), more.err());
        try (ProjectFolder opened = ProjectFolder.open(project)) {
            RunStore runs = opened.runs();
            RunRecord first = runs.run(runs.ids().getFirst());
            RunRecord second = runs.run(runs.ids().getLast());
            assertEquals(0.2, first.spec().reading().sample());
            assertEquals(0.2 * ROWS, first.spec().rows(), 0.05 * ROWS);
            assertEquals(first.spec().fingerprint(), second.spec().fingerprint());
            assertEquals(first.spec().rows(), second.spec().rows());
        }
    }
}
