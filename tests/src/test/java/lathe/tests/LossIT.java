package lathe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.TableImport;
import lathe.scoring.NumberColumn;
import lathe.scoring.Predictions;
import lathe.scoring.Table;
import lathe.scoring.Uncertainty;
import lathe.scoring.pack.ModelPackage;
import lathe.scoring.pack.PackageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A loss asked for on the command line, and what comes of it.
class LossIT {

    private static final int ROWS = 1200;

    @TempDir
    Path folder;

    // The noise is exponential, so mean, median and quantiles lie far apart, and it grows with x.
    private Path table(String name, long seed) throws IOException {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>(List.of("x,z,y"));
        for (int row = 0; row < ROWS; row++) {
            double x = random.nextDouble(4);
            double noise = -Math.log(1 - random.nextDouble()) * (1 + x);
            lines.add(String.format(Locale.ROOT, "%.4f,%.4f,%.4f", x, random.nextGaussian(), Math.sin(2 * x) + noise));
        }
        return Files.write(folder.resolve(name), lines);
    }

    @Test
    void nineTenthsOfNewRowsLieBelowTheQuantileAskedFor() throws IOException {
        Path project = folder.resolve("project");
        Cli.Ended ended = Cli.run("train", table("data.csv", 1), "--target", "y", "--loss", "quantile", "--quantile", 0.9, "--trials", 5,
                "--threads", 2, "--learners", "ridge,boosting,explainable_boosting", "--holdout", "none", "--out", project);
        assertEquals(0, ended.exit(), ended.err());
        assertTrue((ended.out() + ended.err()).contains("cannot answer with the quantile 0.9"), ended.out());
        assertTrue(ended.out().contains("pinball_0.9"), ended.out());

        ModelPackage made = PackageReader.open(project.resolve("model.lathe"));
        assertEquals(new Uncertainty.None(), made.manifest().uncertainty(), "no range around a quantile");
        Table fresh = new TableImport().read(table("fresh.csv", 2), ImportOptions.defaults()).table();
        Predictions answers = made.pipeline().predict(fresh);
        double below = 0;
        double belowFar = 0;
        double far = 0;
        for (int row = 0; row < ROWS; row++) {
            boolean is = ((NumberColumn) fresh.column("y")).value(row) <= answers.at(row, 0);
            boolean isFar = ((NumberColumn) fresh.column("x")).value(row) > 3;
            below += is ? 1 : 0;
            belowFar += is && isFar ? 1 : 0;
            far += isFar ? 1 : 0;
        }
        assertEquals(0.9, below / ROWS, 0.04);
        assertEquals(0.9, belowFar / far, 0.08, "also where the noise is large");
    }

    @Test
    void countsBelowZeroAreRefusedInOneSentence() throws IOException {
        Path data = Files.writeString(folder.resolve("negative.csv"), "x,y\n" + "1,2.5\n2,-1.5\n3,4.25\n4,0.5\n5,7.75\n".repeat(10));
        Cli.Ended ended = Cli.run("train", data, "--target", "y", "--task", "regression", "--loss", "poisson", "--out", folder.resolve("p"));

        assertNotEquals(0, ended.exit());
        assertTrue(ended.err().contains("The loss 'poisson' is for counts and amounts, and the target has numbers below 0."), ended.err());
    }
}
