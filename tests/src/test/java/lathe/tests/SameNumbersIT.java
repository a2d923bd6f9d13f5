package lathe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lathe.engine.adapter.onnx.OnnxAgreement;
import lathe.engine.adapter.onnx.OnnxCheck;
import lathe.engine.data.BadCells;
import lathe.engine.data.TableImport;
import lathe.scoring.Predictions;
import lathe.scoring.Scorer;
import lathe.scoring.Table;
import lathe.scoring.pack.GoldenRows;
import lathe.scoring.pack.ModelPackage;
import lathe.scoring.pack.PackageReader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// From each sample to a model, and the same numbers from whoever computes: package, `Scorer`, `lathe predict`, ONNX.
class SameNumbersIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "telecom-churn.csv,    churned, roc_auc,  0.80, 20s",
        "house-prices.xlsx,    price,   r2,       0.70, 20s",
        "support-tickets.jsonl, queue,  accuracy, 0.60, 80s",
        "card-fraud.csv,       fraud,   roc_auc,  0.85, 20s"})
    void agreeOnEverySample(String sample, String target, String metric, double least, String budget) throws IOException {
        Path project = folder.resolve("project");
        Cli.Ended trained = Cli.run("train", Cli.sample(sample), "--target", target, "--trials", 3, "--budget", budget,
                "--threads", 2, "--seed", 3, "--out", project);
        assertEquals(0, trained.exit(), trained.err());
        Path model = project.resolve("model.lathe");
        assertEquals(0, Cli.run("verify", model).exit());
        ModelPackage opened = PackageReader.open(model);
        double score = opened.manifest().scores().stream().filter(each -> each.metric().equals(metric)).findFirst()
                .orElseThrow().value();
        assertTrue(score > least, metric + " was " + score);
        assertTrue(opened.golden().largestDifference(opened.pipeline()) <= GoldenRows.TOLERANCE);

        Table rows = new TableImport().readAs(Cli.sample(sample), opened.signature().inputs(), BadCells.ERROR);
        Predictions expected = opened.pipeline().predict(rows);
        assertSame(expected, Scorer.open(model).score(rows));
        comparePredictCommand(model, Cli.sample(sample), expected);
        compareOnnx(model, opened, rows);
    }

    private static void assertSame(Predictions expected, Predictions actual) {
        assertEquals(expected.values().length, actual.values().length);
        for (int i = 0; i < expected.values().length; i++) {
            assertEquals(expected.values()[i], actual.values()[i]);
        }
    }

    private void comparePredictCommand(Path model, Path data, Predictions expected) throws IOException {
        Path csv = folder.resolve("predictions.csv");
        Cli.Ended predicted = Cli.run("predict", model, data, "--out", csv);
        assertEquals(0, predicted.exit(), predicted.err());
        List<String> lines = Files.readAllLines(csv);
        assertEquals(expected.rows() + 1, lines.size());
        for (int row = 0; row < expected.rows(); row++) {
            String[] cells = lines.get(row + 1).split(",");
            int first = cells.length - expected.width();
            for (int output = 0; output < expected.width(); output++) {
                assertEquals(expected.at(row, output), Double.parseDouble(cells[first + output]));
            }
        }
    }

    private void compareOnnx(Path model, ModelPackage opened, Table rows) throws IOException {
        Path onnx = folder.resolve("model.onnx");
        Cli.Ended exported = Cli.run("export", model, "--format", "onnx", "--out", onnx);
        assertEquals(0, exported.exit(), exported.err());
        int[] some = new int[Math.min(500, rows.rows())];
        List<Integer> shown = new ArrayList<>();
        for (int i = 0; i < some.length; i++) {
            some[i] = i;
            shown.add(i);
        }
        OnnxAgreement agreement = OnnxCheck.compare(onnx, opened.pipeline(), rows.select(some));
        assertTrue(agreement.holds(), agreement + " on rows " + shown.size());
    }
}
