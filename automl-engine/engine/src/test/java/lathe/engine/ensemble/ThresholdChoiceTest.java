package lathe.engine.ensemble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import lathe.engine.builtin.Metrics;
import lathe.engine.evaluate.ConfusionTable;
import lathe.engine.evaluate.Metric;
import lathe.engine.learn.Target;
import lathe.scoring.Predictions;
import lathe.scoring.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdChoiceTest {

    private static final int ROWS = 2000;

    @Test
    void aRarePositiveClassGetsALowerThresholdAndABetterF1() {
        Target truth = truth();
        Predictions predictions = predictions(truth);
        Metric metric = metric("f1");
        double threshold = ThresholdChoice.choose(metric, truth, predictions, 1);

        assertTrue(threshold < 0.5, "chose " + threshold);
        assertTrue(f1(truth, predictions, threshold) > 1.1 * f1(truth, predictions, 0.5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"roc_auc", "pr_auc", "log_loss", "brier"})
    void metricsOfProbabilitiesKeepOneHalf(String id) {
        Target truth = truth();

        assertEquals(0.5, ThresholdChoice.choose(metric(id), truth, predictions(truth), 1), 0.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"f1", "accuracy", "balanced_accuracy"})
    void aGapAroundOneHalfKeepsOneHalf(String id) {
        Target truth = truth();
        double[] sure = new double[2 * ROWS];
        for (int row = 0; row < ROWS; row++) {
            sure[2 * row + truth.classIndex(row)] = 1;
        }

        assertEquals(0.5, ThresholdChoice.choose(metric(id), truth, new Predictions(2, sure), 1), 0.0);
    }

    @Test
    void moreThanTwoClassesKeepOneHalf() {
        Target truth = EnsembleMethodContractTest.truth(Task.MULTICLASS, 1);
        Predictions predictions = EnsembleMethodContractTest.candidates(truth, 1, 1).getFirst().outOfFold();

        assertEquals(0.5, ThresholdChoice.choose(metric("f1"), truth, predictions, -1), 0.0);
    }

    private static double f1(Target truth, Predictions predictions, double threshold) {
        ConfusionTable table = ConfusionTable.of(truth, predictions, 1, threshold);
        return 2.0 * table.count(1, 1) / (table.ofTruth(1) + table.ofLabel(1));
    }

    private static Metric metric(String id) {
        return Metrics.byId(id).orElseThrow();
    }

    private static Target truth() {
        Random random = new Random(9);
        return Target.classes(random.doubles(ROWS).mapToInt(u -> u < 0.05 ? 1 : 0).toArray(), 2);
    }

    private static Predictions predictions(Target truth) {
        Random random = new Random(10);
        double[] values = new double[2 * ROWS];
        for (int row = 0; row < ROWS; row++) {
            double logit = -3.5 + 2 * truth.classIndex(row) + random.nextGaussian();
            values[2 * row + 1] = 1 / (1 + Math.exp(-logit));
            values[2 * row] = 1 - values[2 * row + 1];
        }
        return new Predictions(2, values);
    }
}
