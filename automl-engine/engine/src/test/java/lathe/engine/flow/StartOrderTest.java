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
import lathe.engine.learn.Hyperparameters;
import lathe.engine.search.TrialPlan.Start;
import lathe.scoring.Task;
import org.junit.jupiter.api.Test;

class StartOrderTest {

    private static final DataShape NUMBERS = new DataShape(Task.REGRESSION, 0, 1000, 10);

    private static Set<String> withAbsoluteLoss(Metric metric) {
        List<Start> starts = StartOrder.starts(Learners.USUAL, metric, NUMBERS, false);
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
        for (boolean quick : new boolean[] {false, true}) {
            for (Start start : StartOrder.starts(Learners.USUAL, new Mae(), NUMBERS, quick)) {
                assertNotNull(Learners.byId(start.learner()).space(NUMBERS).with(start.changes()));
            }
        }
    }

    @Test
    void plainBoostedModelsTakeHalfAsManyStepsWhereAnswersMustBeQuick() {
        List<Start> usual = StartOrder.starts(Learners.USUAL, new Rmse(), NUMBERS, false);
        List<Start> quick = StartOrder.starts(Learners.USUAL, new Rmse(), NUMBERS, true);
        int changed = 0;
        for (int i = 0; i < usual.size(); i++) {
            if (usual.get(i).learner().equals("boosting") && usual.get(i).changes().isEmpty()) {
                Hyperparameters plain = Learners.byId("boosting").space(NUMBERS).defaults();
                Hyperparameters larger = Learners.byId("boosting").space(NUMBERS).with(quick.get(i).changes());
                assertEquals(plain.number("learning_rate") * plain.whole("rounds"), larger.number("learning_rate") * larger.whole("rounds"), 1e-9);
                assertEquals(plain.whole("rounds") / 2, larger.whole("rounds"));
                assertEquals(usual.get(i).generators(), quick.get(i).generators());
                changed++;
            } else {
                assertEquals(usual.get(i), quick.get(i));
            }
        }
        assertEquals(2, changed);
    }
}
