package lathe.engine.flow;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import lathe.engine.builtin.Generators;
import lathe.engine.builtin.Learners;
import lathe.engine.builtin.Steps;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.Imported;
import lathe.engine.data.TableImport;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.prepare.Recipe;
import lathe.engine.provenance.Seed;
import lathe.engine.search.FoldFitter;
import lathe.engine.search.FoldJob;
import lathe.engine.search.Trial;
import lathe.engine.track.ProjectSettings;
import lathe.scoring.Predictions;
import lathe.scoring.ProblemException;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;

/// A model or a clear reason, never a crash: reading, preparing and three learners' fits of drawn tables, in this process.
class UglyTablesTest {

    private static final int LEARNERS = 3;
    private static final double SECONDS = 0.2;

    @Property(tries = 60, shrinking = ShrinkingMode.OFF, afterFailure = AfterFailureMode.SAMPLE_FIRST)
    void everyUglyTableGivesAModelOrAReason(@ForAll @LongRange(min = 1, max = 1_000_000) long number) throws IOException {
        UglyTable ugly = UglyTable.draw(number);
        Path file = Files.createTempFile("ugly", ".csv");
        try {
            Files.writeString(file, ugly.csv());
            fit(file, ugly.target(), new Seed(number).child("trials", 0));
        } catch (ProblemException refused) {
            assertFalse(refused.problem().what().isBlank(), () -> "table " + number);
        } catch (RuntimeException crash) {
            throw new AssertionError("table " + number + " with target " + ugly.target() + ":\n" + ugly.csv(), crash);
        } finally {
            Files.delete(file);
        }
    }

    private static void fit(Path file, String target, Seed seed) throws IOException {
        Imported imported = new TableImport().read(file, ImportOptions.defaults());
        ProjectSettings asked = ProjectSettings.EMPTY.withTarget(target);
        PreparedRun run = new RunPreparation(asked, ProjectTable.of(imported, asked), _ -> { }).prepare(_ -> 3);
        FoldFitter fitter = new FoldFitter(run.search(), Learners.ALL, Steps.ALL, Generators.ALL);
        RandomGenerator random = seed.random();
        for (int i = 0; i < LEARNERS; i++) {
            Learner learner = Learners.ALL.get(random.nextInt(Learners.ALL.size()));
            if (learner.refusal(run.shape()).isPresent()) {
                continue;
            }
            Hyperparameters drawn = random.nextBoolean() ? learner.space(run.shape()).defaults() : learner.space(run.shape()).draw(random);
            Recipe recipe = new Recipe(learner.preparation(), Map.of(),
                    random.nextInt(3) == 0 ? Set.of("arithmetic", "crosses", "group_ratios") : Set.of());
            answers(fitter, new Trial(i + 1, learner.id(), drawn, recipe, seed));
        }
    }

    private static void answers(FoldFitter fitter, Trial trial) {
        try {
            Predictions answers = fitter.fit(new FoldJob(trial, 0, SECONDS)).validation();
            assertTrue(Arrays.stream(answers.values()).allMatch(Double::isFinite), trial::toString);
        } catch (ProblemException reason) {
            assertFalse(reason.problem().what().isBlank(), trial::toString);
        } catch (CancellationException late) {
            assertTrue(late.getMessage().contains("time"), late::toString);
        } catch (RuntimeException crash) {
            throw new IllegalStateException(trial.toString(), crash);
        }
    }
}
