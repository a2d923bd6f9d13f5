package lathe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import lathe.engine.adapter.onnx.OnnxAgreement;
import lathe.engine.adapter.onnx.OnnxCheck;
import lathe.engine.data.BadCells;
import lathe.engine.data.TableImport;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.RunRecord;
import lathe.engine.track.RunStore;
import lathe.engine.track.TrialRecord;
import lathe.scoring.pack.ModelPackage;
import lathe.scoring.pack.PackageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where models explain most of the target, the blend of the search teaches one model more.
class DistilledModelIT {

    @TempDir
    Path folder;

    private Path table() throws IOException {
        Random random = new Random(4);   // a fifth of the rows is kept apart, and below 2,000 none is taught
        StringBuilder text = new StringBuilder("a,b,kind,y\n");
        for (int row = 0; row < 2_600; row++) {
            double a = random.nextDouble();
            double b = random.nextDouble();
            int kind = random.nextInt(3);
            text.append(String.format(Locale.ROOT, "%.4f,%.4f,k%d,%.4f%n", a, b, kind, Math.sin(6 * a) + b * kind + 0.05 * random.nextGaussian()));
        }
        return Files.writeString(folder.resolve("table.csv"), text);
    }

    private static List<TrialRecord> distilled(RunStore runs, String id) {
        return runs.trials(id).trials().stream().filter(trial -> trial.rowName().endsWith(" + distilled")).toList();
    }

    @Test
    void itStandsAmongTheTrialsIsHandedOverLikeThemAndIsThereWhenTheRunGoesOn() throws IOException {
        Path table = table();
        Path project = folder.resolve("project");
        Cli.Ended ended = Cli.run("train", table, "--target", "y", "--budget", "30s", "--threads", 2, "--seed", 5, "--out", project);
        assertEquals(0, ended.exit(), ended.err());
        assertTrue(ended.out().contains(" + distilled was taught by the blend of "), () -> ended.err() + ended.out());
        assertTrue(Files.readString(project.resolve("leaderboard.csv")).contains(" + distilled,boosting,rmse,"));
        assertEquals(0, Cli.run("verify", project.resolve("model.lathe")).exit());
        ModelPackage model = PackageReader.open(project.resolve("model.lathe"));
        Path onnx = folder.resolve("model.onnx");
        assertEquals(0, Cli.run("export", project.resolve("model.lathe"), "--format", "onnx", "--out", onnx).exit());
        OnnxAgreement agreement = OnnxCheck.compare(onnx, model.pipeline(), new TableImport().readAs(table, model.signature().inputs(), BadCells.ERROR));
        assertTrue(agreement.holds(), agreement.toString());

        Cli.Ended more = Cli.run("resume", project, "--budget", "8s", "--quiet");
        assertEquals(0, more.exit(), more.err());
        try (ProjectFolder opened = ProjectFolder.open(project)) {
            RunStore runs = opened.runs();
            RunRecord first = runs.run(runs.ids().getFirst());
            RunRecord second = runs.run(runs.ids().getLast());
            assertEquals(1, distilled(runs, first.spec().id()).size());
            assertFalse(distilled(runs, first.spec().id()).getFirst().foldValues().isEmpty());
            assertEquals(distilled(runs, first.spec().id()), distilled(runs, second.spec().id()), "too short for another, and the first is kept");
            assertTrue(second.ensemble().value() <= first.ensemble().value(), "more time never costs score");
        }
        PackageReader.open(project.resolve("model.lathe"));
    }
}
