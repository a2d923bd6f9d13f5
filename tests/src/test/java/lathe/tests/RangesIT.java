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
import java.util.stream.IntStream;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.TableImport;
import lathe.scoring.Table;
import lathe.scoring.pack.PackageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a table to predictions with what bounds them, on the command line, judged on rows the run has not seen.
class RangesIT {

    @TempDir
    Path folder;

    private double power;

    // Every other row of a sample is trained on.
    private Table scored(String sample, String target, String drop) throws IOException {
        List<String> lines = Files.readAllLines(Cli.sample(sample));
        Path train = write("train.csv", lines, 1);
        Path test = write("test.csv", lines, 0);
        Path project = folder.resolve("project");
        Cli.Ended ended = Cli.run("train", train, "--target", target, "--trials", 4, "--learners", "ridge,logistic,tree,forest",
                "--threads", 2, "--drop", drop, "--holdout", "none", "--quiet", "--out", project);
        assertEquals(0, ended.exit(), ended.err());
        Path out = folder.resolve("out.csv");
        Path model = project.resolve("model.lathe");
        Cli.Ended predicted = Cli.run("predict", model, test, "--out", out, "--ranges", "--keep-columns");
        assertEquals(0, predicted.exit(), predicted.err());
        Cli.Ended exported = Cli.run("export", model, "--format", "onnx", "--out", folder.resolve("model.onnx"));
        assertEquals(0, exported.exit(), exported.err());
        power = PackageReader.open(model).pipeline().model().power();
        assertTrue(Cli.run("show", model).out().contains("90 % of new rows within"));
        return new TableImport().read(out, ImportOptions.defaults()).table();
    }

    private Path write(String name, List<String> lines, int remainder) throws IOException {
        List<String> some = new ArrayList<>(List.of(lines.getFirst()));
        IntStream.range(1, lines.size()).filter(line -> line % 2 == remainder).mapToObj(lines::get).forEach(some::add);
        return Files.write(folder.resolve(name), some);
    }

    @Test
    void setsHoldTheTruthOfAboutNineInTenRows() throws IOException {
        Table table = scored("telecom-churn.csv", "churned", "customer_id,cancellation_fee");
        int[] rows = IntStream.range(0, table.rows()).filter(row -> !table.strings("churned").isMissing(row)).toArray();
        double covered = (double) Arrays.stream(rows).filter(row -> List.of(table.strings("churned_set").text(row).split(" \\| "))
                .contains(table.strings("churned").text(row))).count() / rows.length;

        assertNotEquals(1, power, "3,500 rows are enough to set the temperature");
        assertEquals(0.9, covered, 0.03);
        assertEquals(3, Arrays.stream(rows).mapToObj(table.strings("churned_set")::text).map(text -> text.contains("|") ? "both" : text)
                .distinct().count());
    }
}
