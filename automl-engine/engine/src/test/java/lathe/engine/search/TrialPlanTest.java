package lathe.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lathe.engine.builtin.Learners;
import lathe.engine.learn.DataShape;
import lathe.engine.provenance.Seed;
import lathe.scoring.Task;
import org.junit.jupiter.api.Test;

class TrialPlanTest {

    private static final DataShape SHAPE = new DataShape(Task.BINARY, 2, 1000, 10);
    private static final List<TrialPlan.Start> STARTS = List.of(new TrialPlan.Start("baseline", Map.of()));

    private static TrialPlan plan(long seed) {
        return new TrialPlan(Learners.ALL, STARTS, Map.of("forest", 1.0, "logistic", 1.0), SHAPE, Map.of(), new Seed(seed));
    }

    @Test
    void givesTheSameTrialForTheSameSeedAndNumberInAnyOrder() {
        TrialPlan one = plan(7);
        TrialPlan other = plan(7);
        List<Trial> forward = IntStream.rangeClosed(1, 12).mapToObj(one::trial).toList();
        List<Trial> backward = IntStream.rangeClosed(1, 12).map(i -> 13 - i).mapToObj(other::trial).toList();

        assertEquals(forward, backward.reversed());
    }

    @Test
    void drawsOtherTrialsForAnotherSeed() {
        assertNotEquals(plan(7).trial(5), plan(8).trial(5));
    }

    @Test
    void beginsWithTheStartOrder() {
        assertEquals("baseline", plan(7).trial(1).learner());
    }

    @Test
    void drawsOnlyValuesTheSpaceAllows() {
        TrialPlan plan = plan(3);
        for (int number = 2; number < 60; number++) {
            Trial trial = plan.trial(number);
            assertEquals(trial.hyperparameters(),
                    plan.learner(trial.learner()).space(SHAPE).check(trial.hyperparameters()));
        }
    }
}
