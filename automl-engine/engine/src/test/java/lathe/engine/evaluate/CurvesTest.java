package lathe.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import lathe.engine.learn.Target;
import lathe.scoring.Predictions;
import org.junit.jupiter.api.Test;

/// The points and counts without a comment of their own were computed by scikit-learn 1.9.1 from the same rows.
class CurvesTest {

    private static final Target TRUTH = Target.classes(new int[] {0, 1, 1, 0, 1, 0, 1, 0, 0, 1}, 2);
    private static final Predictions PREDICTIONS = predictions(.1, .4, .8, .4, .35, .5, .9, .5, .05, .5);
    private static final double INF = Double.POSITIVE_INFINITY;

    @Test
    void rocCurveAgreesWithScikitLearn() {
        assertPoints(new double[] {0, 0, 0, .4, .6, .6, .8, 1}, new double[] {0, .2, .4, .6, .8, 1, 1, 1},
                new double[] {INF, .9, .8, .5, .4, .35, .1, .05}, RocCurve.of(TRUTH, PREDICTIONS, 1).points());
    }

    @Test
    void precisionRecallCurveAgreesWithScikitLearnUpToFullRecall() {
        PrecisionRecallCurve curve = PrecisionRecallCurve.of(TRUTH, PREDICTIONS, 1);

        assertPoints(new double[] {0, .2, .4, .6, .8, 1}, new double[] {1, 1, 1, .6, .5714285714285714, .625},
                new double[] {INF, .9, .8, .5, .4, .35}, curve.points());
        assertEquals(0.5, curve.baseline(), 1e-15);
    }

    @Test
    void confusionTableAgreesWithScikitLearn() {
        ConfusionTable table = ConfusionTable.of(TRUTH, PREDICTIONS, 1, 0.4);

        assertEquals(List.of(2L, 3L, 1L, 4L),
                List.of(table.count(0, 0), table.count(0, 1), table.count(1, 0), table.count(1, 1)));
        assertEquals(5, table.ofTruth(1));
        assertEquals(7, table.ofLabel(1));
    }

    @Test
    void oneClassOnlyHasNoCurve() {
        Target truth = Target.classes(new int[] {1, 1}, 2);

        assertEquals(List.of(), RocCurve.of(truth, predictions(.2, .3), 1).points());
        assertEquals(List.of(), PrecisionRecallCurve.of(truth, predictions(.2, .3), 1).points());
    }

    @Test
    void longCurvesAreThinnedAndKeepTheirArea() {
        int rows = 40_000;
        Random random = new Random(2);
        int[] classes = IntStream.range(0, rows).map(_ -> random.nextInt(50) == 0 ? 1 : 0).toArray();
        Target truth = Target.classes(classes, 2);
        Predictions predictions = predictions(IntStream.range(0, rows)
                .mapToDouble(row -> 1 / (1 + Math.exp(3 - 2 * classes[row] - random.nextGaussian()))).toArray());
        List<CurvePoint> points = RocCurve.of(truth, predictions, 1).points();

        assertTrue(points.size() <= CurvePoint.MOST && points.size() > CurvePoint.MOST / 2, points.size() + " points");
        assertEquals(new RocAuc().compute(truth, predictions, 1), area(points), 0.002);
        assertTrue(PrecisionRecallCurve.of(truth, predictions, 1).points().size() <= CurvePoint.MOST);
    }

    @Test
    void calibrationComparesWhatWasSaidWithWhatCame() {
        Target truth = Target.classes(new int[] {0, 0, 0, 1, 1, 1, 1, 0}, 2);
        CalibrationCurve curve = CalibrationCurve.of(truth, predictions(.25, .25, .25, .25, .75, .75, .75, .75), 1);

        assertEquals(List.of(new CalibrationCurve.Bin(.25, .25, 4), new CalibrationCurve.Bin(.75, .75, 4)),
                curve.bins());
        assertEquals(0.0, curve.error(), 1e-15);
    }

    @Test
    void overconfidenceIsTheCalibrationError() {
        Target truth = Target.classes(IntStream.range(0, 1000).map(row -> row % 2).toArray(), 2);
        CalibrationCurve curve = CalibrationCurve.of(truth,
                predictions(IntStream.range(0, 1000).mapToDouble(row -> 0.9 + row * 1e-9).toArray()), 1);

        assertEquals(10, curve.bins().size());
        assertEquals(0.4, curve.error(), 1e-3);
    }

    @Test
    void predictedVersusTrueKeepsBothEnds() {
        double[] values = IntStream.range(0, 10_000).mapToDouble(row -> (row * 7919) % 10_000).toArray();
        List<PredictedVersusTrue.Point> points = PredictedVersusTrue
                .of(Target.regression(values), new Predictions(1, values)).points();

        assertEquals(500, points.size());
        assertEquals(0.0, points.getFirst().predicted(), 0.0);
        assertEquals(9999.0, points.getLast().predicted(), 0.0);
        assertTrue(points.stream().allMatch(point -> point.residual() == 0));
    }

    private static void assertPoints(double[] x, double[] y, double[] thresholds, List<CurvePoint> points) {
        assertEquals(x.length, points.size(), () -> points.toString());
        for (int i = 0; i < x.length; i++) {
            assertEquals(x[i], points.get(i).x(), 1e-12);
            assertEquals(y[i], points.get(i).y(), 1e-12);
            assertEquals(thresholds[i], points.get(i).threshold(), 1e-12);
        }
    }

    private static double area(List<CurvePoint> points) {
        double area = 0;
        for (int i = 1; i < points.size(); i++) {
            area += (points.get(i).x() - points.get(i - 1).x()) * (points.get(i).y() + points.get(i - 1).y()) / 2;
        }
        return area;
    }

    static Predictions predictions(double... positive) {
        double[] values = new double[2 * positive.length];
        for (int row = 0; row < positive.length; row++) {
            values[2 * row] = 1 - positive[row];
            values[2 * row + 1] = positive[row];
        }
        return new Predictions(2, values);
    }
}
