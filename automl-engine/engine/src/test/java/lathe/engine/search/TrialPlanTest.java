package lathe.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lathe.engine.builtin.Learners;
import lathe.engine.learn.DataShape;
import lathe.engine.prepare.ColumnWishes;
import lathe.engine.provenance.Seed;
import lathe.engine.search.strategy.GridStrategy;
import lathe.engine.search.strategy.RandomStrategy;
import lathe.scoring.Task;
import org.junit.jupiter.api.Test;

class TrialPlanTest {

    private static final DataShape SHAPE = new DataShape(Task.BINARY, 2, 1000, 10);
    private static final List<TrialPlan.Start> STARTS = List.of(new TrialPlan.Start("baseline", Map.of()));

    private static TrialPlan plan(long seed) {
        return new TrialPlan(Learners.ALL, STARTS, Map.of("forest", 1.0, "logistic", 1.0), new RandomStrategy(), SHAPE,
                ColumnWishes.NONE, new Seed(seed));
    }

    private static Trial trial(TrialPlan plan, int number) {
        return plan.trial(number, List.of()).orElseThrow();
    }

    @Test
    void givesTheSameTrialForTheSameSeedAndNumberInAnyOrder() {
        TrialPlan one = plan(7);
        TrialPlan other = plan(7);
        List<Trial> forward = IntStream.rangeClosed(1, 12).mapToObj(i -> trial(one, i)).toList();
        List<Trial> backward = IntStream.rangeClosed(1, 12).map(i -> 13 - i).mapToObj(i -> trial(other, i)).toList();

        assertEquals(forward, backward.reversed());
    }

    @Test
    void drawsOtherTrialsForAnotherSeed() {
        assertNotEquals(trial(plan(7), 5), trial(plan(8), 5));
    }

    @Test
    void beginsWithTheStartOrder() {
        assertEquals("baseline", trial(plan(7), 1).learner());
    }

    @Test
    void drawsOnlyValuesTheSpaceAllows() {
        TrialPlan plan = plan(3);
        for (int number = 2; number < 60; number++) {
            Trial trial = trial(plan, number);
            assertEquals(trial.hyperparameters(),
                    plan.learner(trial.learner()).space(SHAPE).check(trial.hyperparameters()));
        }
    }

    @Test
    void leavesOutTheStartOrderButTheBaselineForAStrategyThatBeginsWithout() {
        List<TrialPlan.Start> starts = List.of(new TrialPlan.Start("baseline", Map.of()), new TrialPlan.Start("forest", Map.of()));
        TrialPlan plan = new TrialPlan(Learners.ALL, starts, Map.of(), new GridStrategy(), SHAPE, ColumnWishes.NONE, new Seed(1));

        assertEquals(1, plan.starts());
        assertEquals("baseline", trial(plan, 1).learner());
    }
}
