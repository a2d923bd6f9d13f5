package lathe.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lathe.engine.builtin.Learners;
import lathe.engine.evaluate.Mae;
import lathe.engine.evaluate.Metric;
import lathe.engine.evaluate.Rmse;
import lathe.engine.learn.DataShape;
import lathe.engine.search.TrialPlan.Start;
import lathe.scoring.Task;
import org.junit.jupiter.api.Test;

class StartOrderTest {

    private static final DataShape NUMBERS = new DataShape(Task.REGRESSION, 0, 1000, 10);

    private static Set<String> withAbsoluteLoss(Metric metric) {
        List<Start> starts = StartOrder.starts(Learners.USUAL, metric, NUMBERS);
        starts.forEach(start -> assertNotNull(Learners.byId(start.learner()).space(NUMBERS)));
        return starts.stream().filter(start -> "absolute".equals(start.changes().get("loss"))).map(Start::learner).collect(Collectors.toSet());
    }

    @Test
    void boostingDescendsTheErrorThatIsJudgedBy() {
        assertEquals(Set.of("boosting", "symmetric_boosting", "explainable_boosting"), withAbsoluteLoss(new Mae()));
        assertEquals(Set.of(), withAbsoluteLoss(new Rmse()));
    }

    @Test
    void everyStartIsWithinItsLearnersBounds() {
        for (Start start : StartOrder.starts(Learners.USUAL, new Mae(), NUMBERS)) {
            assertNotNull(Learners.byId(start.learner()).space(NUMBERS).with(start.changes()));
        }
    }
}
