package lathe.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import lathe.engine.builtin.LearntCosts;
import lathe.engine.builtin.Learners;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.search.CostCorrection.Slope;
import lathe.scoring.Task;
import org.junit.jupiter.api.Test;

class CostModelTest {

    private static final DataShape SHAPE = new DataShape(Task.BINARY, 2, 1_000, 10);
    private static final Learner BOOSTING = Learners.byId("boosting");
    private static final Learner FOREST = Learners.byId("forest");
    private static final Slope NONE = new Slope(0, 0, 20);

    private static Hyperparameters defaults(Learner learner) {
        return learner.space(SHAPE).defaults();
    }

    private static double expected(Learner learner, DataShape shape) {
        return learner.expectedSeconds(shape, defaults(learner));
    }

    private static double seconds(CostModel costs, Learner learner, DataShape shape) {
        return costs.seconds(learner, shape, defaults(learner), false);
    }

    @Test
    void learnerIsTakenByItsWordUntilAFitIsSeen() {
        CostModel costs = CostModel.plain();
        assertEquals(expected(BOOSTING, SHAPE), seconds(costs, BOOSTING, SHAPE), 1e-12);
        costs.learn(BOOSTING, SHAPE, defaults(BOOSTING), false, 4 * expected(BOOSTING, SHAPE));
        // One fit of its own and one like the mean over learners, which is a third of the way: (log 4 + log 4 / 3) / 2.
        assertEquals(Math.exp(Math.log(4) * 2 / 3), seconds(costs, BOOSTING, SHAPE) / expected(BOOSTING, SHAPE), 1e-9);
        assertEquals(Math.exp(Math.log(4) / 3), seconds(costs, FOREST, SHAPE) / expected(FOREST, SHAPE), 1e-9,
                "a slow machine shows in any learner");
    }

    @Test
    void fitsOfTheRunWeighMoreTheMoreThereAre() {
        CostModel costs = CostModel.plain();
        for (int fit = 0; fit < 200; fit++) {
            costs.learn(BOOSTING, SHAPE, defaults(BOOSTING), false, 4 * expected(BOOSTING, SHAPE));
        }
        assertEquals(4, seconds(costs, BOOSTING, SHAPE) / expected(BOOSTING, SHAPE), 0.05);
        assertEquals(4 * BOOSTING.leastSeconds(SHAPE, defaults(BOOSTING)),
                costs.leastSeconds(BOOSTING, SHAPE, defaults(BOOSTING), false), 0.1 * BOOSTING.leastSeconds(SHAPE, defaults(BOOSTING)));
    }

    @Test
    void correctionIsLogLinearAndStaysWhatItWasBeyondWhatWasRecorded() {
        CostCorrection correction = new CostCorrection(Math.log(2), NONE, new Slope(1, Math.log(1_000), Math.log(10_000)), NONE, NONE,
                new Slope(Math.log(3), 0, 1));
        CostModel costs = new CostModel(Map.of("forest", correction));
        DataShape edge = new DataShape(Task.BINARY, 2, 10_000, 10);
        DataShape beyond = new DataShape(Task.BINARY, 2, 1_000_000, 10);
        assertEquals(20_000, seconds(costs, FOREST, edge) / expected(FOREST, edge), 1e-6);
        assertEquals(20_000, seconds(costs, FOREST, beyond) / expected(FOREST, beyond), 1e-6);
        assertEquals(3, costs.seconds(FOREST, edge, defaults(FOREST), true) / seconds(costs, FOREST, edge), 1e-9);
        assertEquals(expected(BOOSTING, edge), seconds(costs, BOOSTING, edge), 1e-12, "no correction");
    }

    @Test
    void shippedCorrectionsAreOfLearnersThereAreAndKeepFitsWithinReason() {
        assertTrue(LearntCosts.CORRECTIONS.size() > 5);
        CostModel costs = LearntCosts.model();
        for (String id : LearntCosts.CORRECTIONS.keySet()) {
            Learner learner = Learners.byId(id);
            for (int rows : new int[] {50, 1_000, 10_000, 1_000_000}) {
                DataShape shape = new DataShape(Task.BINARY, 2, rows, 20);
                double factor = costs.seconds(learner, shape, learner.space(shape).defaults(), false)
                        / learner.expectedSeconds(shape, learner.space(shape).defaults());
                assertTrue(factor > 0.02 && factor < 50, "%s on %d rows: %s".formatted(id, rows, factor));
            }
        }
    }

    @Test
    void emptyRangeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Slope(1, 2, 1));
    }
}
