package lathe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import lathe.engine.adapter.onnx.OnnxCheck;
import lathe.engine.track.ProjectFolder;
import lathe.scoring.pack.ModelPackage;
import lathe.scoring.pack.PackageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Steps that a person has set, and rows left out on account of a finding, from the command line to the answers.
class PreparedColumnsIT {

    private static final int ROWS = 400;
    private static final String MERGE = "merge(NY=New York, nyc=New York)";

    @TempDir
    Path folder;

    // Heavy ones come back; every tenth weight is in grams, and in the last twenty rows each second one repeats the one before it
    // with the other answer.
    private Path data() throws IOException {
        SplittableRandom random = new SplittableRandom(4);
        StringBuilder text = new StringBuilder("weight,city,size,back\n");
        String cells = "";
        for (int row = 0; row < ROWS; row++) {
            boolean last = row >= ROWS - 20;
            double kilos = 40 + random.nextInt(600) / 10.0;
            if (!last || row % 2 == 0) {
                cells = "%s,%s,%s".formatted(row % 10 == 0 ? kilos * 1000 : kilos, List.of("New York", "NY", "nyc", "Bonn").get(random.nextInt(4)),
                        random.nextInt(100_000) / 100.0);
            }
            boolean back = last ? row % 2 == 0 : kilos > 70;
            text.append(cells).append(back ? ",yes" : ",no").append('\n');
        }
        return Files.writeString(folder.resolve("parcels.csv"), text);
    }

    @Test
    void whatWasSetIsInTheModelAndTheContradictionsAreNot() throws IOException {
        Path project = folder.resolve("project");
        Path data = data();
        Cli.Ended trained = Cli.run("train", data, "--target", "back", "--prepare", "weight=convert(border=300, above=0.001)", "--prepare", "city=" + MERGE,
                "--contradictions", "remove", "--trials", 2, "--learners", "tree", "--threads", 1, "--out", project);

        assertEquals(0, trained.exit(), trained.err());
        assertTrue((trained.out() + trained.err()).contains("380 of 400 rows are kept: 20 contradict another row."), trained.out() + trained.err());
        assertEquals(MERGE, ProjectFolder.readSettings(project).column("city").step());
        String report = Files.readString(project.resolve("report.html"));
        assertTrue(report.contains("--contradictions remove") && report.contains("convert(border=300, above=0.001)"));

        Path model = project.resolve("model.lathe");
        ModelPackage opened = PackageReader.open(model);
        double score = opened.manifest().scores().getFirst().value();
        assertTrue(score > 0.97, "the score is " + score);
        Path onnx = folder.resolve("model.onnx");
        assertEquals(0, Cli.run("export", model, "--format", "onnx", "--out", onnx).exit());
        assertTrue(OnnxCheck.compare(onnx, opened.pipeline(), opened.golden().rows()).holds());
        Path out = folder.resolve("out.csv");
        assertEquals(0, Cli.run("predict", model, data, "--out", out).exit());
        assertEquals(ROWS + 1, Files.readAllLines(out).size());
    }

    @Test
    void saysWhatCannotBeSet() throws IOException {
        Cli.Ended range = Cli.run("train", data(), "--target", "back", "--prepare", "weight=bins(count=1000)", "--out", folder.resolve("a"));
        assertEquals(1, range.exit());
        assertTrue(range.err().contains("column 'weight'") && range.err().contains("count must be a whole number from 2 to 100, was '1000'"), range.err());

        Cli.Ended written = Cli.run("train", data(), "--target", "back", "--prepare", "weight=bins(count", "--out", folder.resolve("b"));
        assertEquals(2, written.exit());
        assertTrue(written.err().contains("a step must be written like bins(count=8)"), written.err());

        Cli.Ended word = Cli.run("train", data(), "--target", "back", "--unusual-rows", "drop", "--out", folder.resolve("c"));
        assertEquals(1, word.exit());
        assertTrue(word.err().contains("--unusual-rows must be remove, or such as \"remove beyond 8\", was 'drop'"), word.err());
    }
}
