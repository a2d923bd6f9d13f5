package lathe.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import lathe.engine.builtin.Generators;
import lathe.engine.builtin.Steps;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.TableImport;
import lathe.engine.flow.pupil.Teaching;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.tree.BoostingLearner;
import lathe.engine.prepare.Recipe;
import lathe.engine.prepare.RecipeFitter;
import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.engine.track.ProjectSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PupilFinenessTest {

    private static final int ROWS = 12_000;

    @TempDir
    Path folder;

    // The target of a row is the sum of what belongs to either number's cell and of noise.
    private PreparedRun run(int cells, double noise) throws IOException {
        Random random = new Random(3);
        double[] ofCell = random.doubles((long) cells * cells, 0, 1).toArray();
        StringBuilder lines = new StringBuilder("a,b,y\n");
        for (int row = 0; row < ROWS; row++) {
            double a = random.nextDouble();
            double b = random.nextDouble();
            double y = ofCell[cells * (int) (cells * a) + (int) (cells * b)] + noise * random.nextGaussian();
            lines.append(String.format(Locale.ROOT, "%.5f,%.5f,%.5f%n", a, b, y));
        }
        Path file = Files.writeString(folder.resolve("cells%d.csv".formatted(cells)), lines);
        ProjectSettings asked = ProjectSettings.EMPTY.withTarget("y");
        return new RunPreparation(asked, ProjectTable.of(new TableImport().read(file, ImportOptions.defaults()), asked), _ -> { }).prepare(_ -> 2);
    }

    private static Teaching fine(PreparedRun run) {
        BoostingLearner learner = new BoostingLearner();
        return new Teaching(learner, new RecipeFitter(Steps.ALL, Generators.ALL), new Recipe(learner.preparation(), Map.of(), Set.of()), run::learnt, 0.9, true);
    }

    private static boolean finelyCut(PreparedRun run, Deadline deadline, boolean counted) {
        PupilMaking.Time time = new PupilMaking.Time(deadline, counted, new CancelToken());
        try (PupilCrew crew = new PupilCrew(2, time)) {
            return PupilFineness.chosen(run, fine(run), crew, new Seed(5), time).fine();
        }
    }

    @Test
    void manySmallCellsAreCutFinelyAndNoiseIsNot() throws IOException {
        PreparedRun noisy = run(2, 0.3);
        assertTrue(finelyCut(run(20, 0.01), Deadline.never(), true));
        assertFalse(finelyCut(noisy, Deadline.never(), true));
        assertTrue(finelyCut(noisy, Deadline.in(Duration.ZERO), false), "there was no time to tell");
    }

    @Test
    void aPlainPupilHasTheLeavesAndRowsOfAPlainBoostedModelAndAFineOneThoseOfItsRows() throws IOException {
        PreparedRun run = run(2, 1);
        Hyperparameters fine = fine(run).settings(run.shape(), 100, 9_000);
        Hyperparameters plain = fine(run).plain().settings(run.shape(), 100, 9_000);
        Hyperparameters usual = new BoostingLearner().space(run.shape()).defaults();
        assertEquals(150, fine.whole("leaves"));
        assertEquals(1 - 0.5 * 0.9 * 0.9, fine.number("rows"), 1e-12);
        assertEquals(usual.whole("leaves"), plain.whole("leaves"));
        assertEquals(usual.number("rows"), plain.number("rows"));
        assertEquals(0.14, plain.number("learning_rate"), 1e-12);
    }
}
