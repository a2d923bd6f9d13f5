package lathe.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lathe.engine.builtin.Learners;
import lathe.engine.builtin.Portfolio;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.learn.SearchSpace;
import lathe.engine.learn.Target;
import lathe.engine.search.TrialPlan.Start;
import lathe.scoring.Matrix;
import lathe.scoring.form.Form;
import org.junit.jupiter.api.Test;

class AskedForLearnersTest {

    /// As a plug-in brings one.
    private static final class Foreign implements Learner {
        @Override
        public String id() {
            return "foreign";
        }

        @Override
        public Preparation preparation() {
            return Preparation.TREES;
        }

        @Override
        public SearchSpace space(DataShape shape) {
            return new SearchSpace(List.of());
        }

        @Override
        public double expectedSeconds(DataShape shape, Hyperparameters hyperparameters) {
            return 1;
        }

        @Override
        public Form fit(Matrix features, Target target, Hyperparameters hyperparameters, FitContext context) {
            throw new UnsupportedOperationException("never fitted here");
        }
    }

    @Test
    void usualLearnersKeepTheirOrderAndShares() {
        assertEquals(Portfolio.STARTS, StartOrder.starts(Learners.USUAL));
        assertEquals(Portfolio.SHARES, StartOrder.shares(Learners.USUAL));
    }

    @Test
    void aForeignLearnerIsTriedEarlyAndDrawnLater() {
        List<Learner> learners = List.of(Learners.byId("ridge"), new Foreign());
        List<String> ids = StartOrder.starts(learners).stream().map(Start::learner).toList();

        assertEquals(1, ids.stream().filter("foreign"::equals).count());
        assertTrue(ids.indexOf("foreign") < 6 && ids.indexOf("foreign") > ids.indexOf("boosting"), ids::toString);
        assertTrue(StartOrder.shares(learners).get("foreign") > 0);
    }

    @Test
    void onlyUsualLearnersAreTriedWhereNoneIsChosen() {
        assertEquals(Learners.USUAL.stream().map(Learner::id).toList(), LearnerChoice.of(List.of()).stream().map(Learner::id).toList());
    }
}
