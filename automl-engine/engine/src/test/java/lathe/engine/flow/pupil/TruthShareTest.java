package lathe.engine.flow.pupil;

import static org.junit.jupiter.api.Assertions.assertEquals;

import lathe.engine.learn.Target;
import lathe.scoring.Predictions;
import org.junit.jupiter.api.Test;

class TruthShareTest {

    @Test
    void theTruthCountsAsTheSquareOfWhatIsExplainedOfTheVariance() {
        Target truth = Target.regression(new double[] {0, 2, 4, 6});

        assertEquals(1, TruthShare.of(truth, new Predictions(1, new double[] {0, 2, 4, 6})), 1e-12);
        assertEquals(0, TruthShare.of(truth, new Predictions(1, new double[] {3, 3, 3, 3})), 1e-12);
        assertEquals(0, TruthShare.of(truth, new Predictions(1, new double[] {6, 4, 2, 0})), 1e-12);
        // 20 in all, 4 left: 0.8 explained
        assertEquals(0.64, TruthShare.of(truth, new Predictions(1, new double[] {1, 3, 3, 5})), 1e-12);
    }

    @Test
    void theTruthCountsAsTheSquareOfWhatIsExplainedOfTheUncertaintyOfClasses() {
        Target truth = Target.classes(new int[] {0, 1, 0, 1}, 2);

        assertEquals(0, TruthShare.of(truth, new Predictions(2, new double[] {.5, .5, .5, .5, .5, .5, .5, .5})), 1e-12);
        assertEquals(1, TruthShare.of(truth, new Predictions(2, new double[] {1, 0, 0, 1, 1, 0, 0, 1})), 1e-12);
        // log loss -ln 0.8 = .2231 beside ln 2 = .6931: .6781 explained
        assertEquals(0.4598, TruthShare.of(truth, new Predictions(2, new double[] {.8, .2, .2, .8, .8, .2, .2, .8})), 1e-4);
    }

    @Test
    void aTargetOfOneValueExplainsNothing() {
        assertEquals(0, TruthShare.of(Target.regression(new double[] {1, 1}), new Predictions(1, new double[] {1, 1})));
    }
}
