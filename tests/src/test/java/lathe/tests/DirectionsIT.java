package lathe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.TableImport;
import lathe.scoring.Pipeline;
import lathe.scoring.Predictions;
import lathe.scoring.pack.PackageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which way an answer may go, asked for on the command line and kept by the package that comes of it.
class DirectionsIT {

    private static final int STEPS = 40;

    @TempDir
    Path folder;

    // The positive class is the first of the two: directions speak of it all the same.
    @Test
    void thePackageOfABlendKeepsToTheDirectionAskedFor() throws IOException {
        Random random = new Random(5);
        List<String> lines = new ArrayList<>(List.of("price,size,kind,bought"));
        for (int row = 0; row < 400; row++) {
            double price = random.nextDouble(10);
            double size = random.nextGaussian();
            String kind = List.of("red", "green", "blue").get(random.nextInt(3));
            double z = 2 * Math.sin(price) + size * (kind.equals("red") ? 1 : -1) - 0.2 * price + 0.5 * random.nextGaussian();
            lines.add(String.format(Locale.ROOT, "%s,%.4f,%s,%s", row % 9 == 0 ? "" : String.format(Locale.ROOT, "%.3f", price), size, kind,
                    z > 0 ? "aye" : "no"));
        }
        Path data = Files.write(folder.resolve("data.csv"), lines);
        Path project = folder.resolve("project");
        Cli.Ended ended = Cli.run("train", data, "--target", "bought", "--positive", "aye", "--trials", 8, "--threads", 2,
                "--learners", "logistic,tree,forest,extra_trees,boosting,symmetric_boosting,explainable_boosting", "--holdout", "none",
                "--monotone", "price=decreasing", "--ensemble", "average", "--out", project);
        assertEquals(0, ended.exit(), ended.err());
        assertTrue((ended.out() + ended.err()).contains("cannot keep to the direction asked for 'price'"), ended.out());

        Pipeline pipeline = PackageReader.open(project.resolve("model.lathe")).pipeline();
        assertTrue(pipeline.model().members().size() > 1);
        double moved = 0;
        for (String rest : List.of("-1,red", "1,red", "0.3,green", "-1.5,blue")) {
            Path asked = Files.writeString(folder.resolve("asked.csv"), "price,size,kind\n" + IntStream.range(0, STEPS)
                    .mapToObj(i -> 0.25 * i + "," + rest).collect(Collectors.joining("\n")));
            Predictions answers = pipeline.predict(new TableImport().read(asked, ImportOptions.defaults()).table());
            double[] ayes = IntStream.range(0, STEPS).mapToDouble(row -> answers.at(row, 0)).toArray();
            for (int i = 1; i < STEPS; i++) {
                assertTrue(ayes[i] <= ayes[i - 1] + 1e-9, () -> Arrays.toString(ayes));
            }
            moved += ayes[0] - ayes[STEPS - 1];
        }
        assertNotEquals(0, moved, "the price counts");
    }

    @Test
    void directionsThatMeanNothingAreRefused() {
        Path data = Cli.sample("telecom-churn.csv");
        Cli.Ended ended = Cli.run("train", data, "--target", "churned", "--monotone", "contract=increasing", "--out", folder.resolve("p"));

        assertNotEquals(0, ended.exit());
        assertTrue(ended.err().contains("No direction can be kept for 'contract': it holds no numbers."), ended.err());
    }
}
