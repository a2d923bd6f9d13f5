package lathe.engine.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lathe.engine.evaluate.Metric;
import lathe.engine.learn.Target;
import lathe.scoring.Predictions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every number here was computed by scikit-learn 1.9.1 (`sklearn.metrics`) from the same rows.
class MetricReferenceTest {

    // Ties across the classes at 0.4 and 0.5; the label at exactly 0.5 is positive.
    private static final Target BINARY = Target.classes(new int[] {0, 1, 1, 0, 1, 0, 1, 0, 0, 1}, 2);
    private static final double[] POSITIVE = {.1, .4, .8, .4, .35, .5, .9, .5, .05, .5};

    private static final double[] FOUR_CLASSES = {
        .7, .1, .1, .1,
        .2, .5, .2, .1,
        .1, .2, .6, .1,
        .4, .3, .2, .1,
        .25, .25, .25, .25,
        .3, .4, .2, .1,
        .1, .1, .2, .6,
        0, 1, 0, 0};

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = """
            roc_auc,           0.74
            pr_auc,            0.7592857142857143
            log_loss,          0.5041537898836073
            accuracy,          0.6
            balanced_accuracy, 0.6
            f1,                0.6
            brier,             0.35100000000000003
            """)
    void agreesOnTwoClassesWithTies(String id, double expected) {
        // brier: brier_score_loss(scale_by_half=False); its half is 0.1755
        assertEquals(expected, metric(id).compute(BINARY, binary(), 1), 1e-12);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = """
            roc_auc, 0.74
            pr_auc,  0.77
            f1,      0.7692307692307693
            """)
    void agreesWhenTheFirstClassIsPositive(String id, double expected) {
        assertEquals(expected, metric(id).compute(BINARY, binary(), 0), 1e-12);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = """
            log_loss,          0.7838973062388233
            accuracy,          0.625
            balanced_accuracy, 0.6666666666666666
            f1,                0.6833333333333333
            brier,             0.40625
            """)
    void agreesOnFourClasses(String id, double expected) {
        Target truth = Target.classes(new int[] {0, 1, 2, 2, 1, 0, 3, 1}, 4);

        assertEquals(expected, metric(id).compute(truth, new Predictions(4, FOUR_CLASSES), -1), 1e-12);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = """
            log_loss,          1.00786723989233
            accuracy,          0.5
            balanced_accuracy, 0.5
            f1,                0.4095238095238095
            brier,             0.53125
            """)
    void agreesWhenAClassIsPredictedThatNoRowHas(String id, double expected) {
        Target truth = Target.classes(new int[] {0, 1, 2, 2, 1, 0, 1, 1}, 4);

        assertEquals(expected, metric(id).compute(truth, new Predictions(4, FOUR_CLASSES), -1), 1e-12);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = """
            log_loss,          0.8229075465920851
            accuracy,          0.5714285714285714
            balanced_accuracy, 0.5555555555555555
            f1,                0.5777777777777778
            brier,             0.4328571428571429
            """)
    void agreesWhenAClassIsNeitherTrueNorPredicted(String id, double expected) {
        int[] rows = {0, 1, 2, 3, 4, 5, 7};
        Target truth = Target.classes(new int[] {0, 1, 2, 2, 1, 0, 1}, 4);

        assertEquals(expected, metric(id).compute(truth, new Predictions(4, FOUR_CLASSES).select(rows), -1), 1e-12);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = """
            rmse, 4.112987559751022
            mae,  2.0
            r2,   0.9998774335629597
            """)
    void agreesOnNumbers(String id, double expected) {
        Target truth = Target.regression(new double[] {3, -0.5, 2, 7, 4.25, 1e3});
        Predictions predictions = new Predictions(1, new double[] {2.5, 0, 2, 8, 4.25, 990});

        assertEquals(expected, metric(id).compute(truth, predictions, -1), 1e-12);
    }

    /// mean_pinball_loss(alpha=...)
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = """
            pinball_0.9,  0.175, 0.155
            pinball_0.25, 0.6625, 0.9458333333333333
            """)
    void agreesOnQuantiles(String id, double expected, double weighted) {
        Target truth = Target.regression(new double[] {3, -0.5, 2, 7, 1.5});
        Predictions predictions = new Predictions(1, new double[] {2.5, 0, 2, 8, 4.25});

        assertEquals(expected, metric(id).compute(truth, predictions, -1), 1e-12);
        assertEquals(weighted, metric(id).compute(truth.weighted(new double[] {1, 2, 3, 4, 5}), predictions, -1), 1e-12);
        assertTrue(Metrics.byId("pinball_1").isEmpty() && Metrics.byId("pinball_x").isEmpty());
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = """
            roc_auc,           0.7248144220572641
            pr_auc,            0.6180570002080299
            log_loss,          0.4716686904998184
            accuracy,          0.640625
            balanced_accuracy, 0.5858960763520679
            f1,                0.43902439024390244
            brier,             0.32921875
            """)
    void agreesOnTwoClassesWithWeights(String id, double expected) {
        Target truth = BINARY.weighted(new double[] {1, 2, .5, 3, 1.5, .25, 1, 2, 4, .75});   // sample_weight

        assertEquals(expected, metric(id).compute(truth, binary(), 1), 1e-12);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = """
            log_loss,          0.8638183307352204
            accuracy,          0.5777777777777777
            balanced_accuracy, 0.6675324675324675
            f1,                0.5917022792022792
            brier,             0.45600000000000007
            """)
    void agreesOnFourClassesWithWeights(String id, double expected) {
        Target truth = Target.classes(new int[] {0, 1, 2, 2, 1, 0, 3, 1}, 4).weighted(new double[] {1, 2, .5, 3, 1.5, .25, 1, 2});

        assertEquals(expected, metric(id).compute(truth, new Predictions(4, FOUR_CLASSES), -1), 1e-12);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = """
            rmse, 1.8667748886377502
            mae,  0.8484848484848485
            r2,   0.9998805354133624
            """)
    void agreesOnNumbersWithWeights(String id, double expected) {
        Target truth = Target.regression(new double[] {3, -0.5, 2, 7, 4.25, 1e3}).weighted(new double[] {1, 2, .5, 3, 1.5, .25});
        Predictions predictions = new Predictions(1, new double[] {2.5, 0, 2, 8, 4.25, 990});

        assertEquals(expected, metric(id).compute(truth, predictions, -1), 1e-12);
    }

    @Test
    void logLossClipsASureErrorAtTenToMinusFifteen() {
        Target truth = Target.classes(new int[] {0, 1, 1}, 2);
        Predictions predictions = new Predictions(2, new double[] {1, 0, 1, 0, .2, .8});

        // by hand: (-ln 1e-15 - ln 0.8) / 3; scikit-learn 1.9.1 clips at 2.2e-16 and says 12.0889
        assertEquals((-Math.log(1e-15) - Math.log(.8)) / 3, metric("log_loss").compute(truth, predictions, 1), 1e-12);
    }

    @Test
    void oneClassOnlyDoesNotDefineARanking() {
        Target truth = Target.classes(new int[] {1, 1}, 2);
        Predictions predictions = new Predictions(2, new double[] {.5, .5, .2, .8});

        assertTrue(Double.isNaN(metric("roc_auc").compute(truth, predictions, 1)));
        assertTrue(Double.isNaN(metric("pr_auc").compute(truth, predictions, 1)));
    }

    private static Predictions binary() {
        double[] values = new double[2 * POSITIVE.length];
        for (int row = 0; row < POSITIVE.length; row++) {
            values[2 * row] = 1 - POSITIVE[row];
            values[2 * row + 1] = POSITIVE[row];
        }
        return new Predictions(2, values);
    }

    private static Metric metric(String id) {
        return Metrics.byId(id).orElseThrow();
    }
}
