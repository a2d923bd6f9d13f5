package lathe.engine.learn.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.Target;
import lathe.scoring.Matrix;
import lathe.scoring.Predictions;
import lathe.scoring.Task;
import lathe.scoring.form.Features;
import org.junit.jupiter.api.Test;

/// Against the mean over ten seeds of scikit-learn 1.9.1's forests of 150 trees: even rows of [ReferenceTable] to learn
/// from, odd rows to be judged on. Cuts differ a little, since scikit-learn cuts between any two values.
class ForestReferenceTest {

    private static final double RF_RMSE = 0.5172;
    private static final double XT_RMSE = 0.6041;
    private static final double RF_BRIER = 0.3626;
    private static final double XT_BRIER = 0.3806;
    private static final int[] LEARNT = IntStream.range(0, ReferenceTable.ROWS).filter(row -> row % 2 == 0).toArray();
    private static final int[] JUDGED = IntStream.range(0, ReferenceTable.ROWS).filter(row -> row % 2 == 1).toArray();

    private static Matrix select(int[] rows) {
        double[][] columns = IntStream.range(0, 3).mapToObj(feature -> Arrays.stream(rows)
                .mapToDouble(row -> ReferenceTable.FEATURES.at(row, feature)).toArray()).toArray(double[][]::new);
        return new Matrix(List.of("x0", "x1", "x2"), columns, rows.length);
    }

    private static Predictions fit(ForestLearner learner, Target target, double columns) {
        DataShape shape = new DataShape(target.task(), target.classCount(), LEARNT.length, 3);
        Map<String, Object> changes = target.task() == Task.REGRESSION ? Map.of("columns", columns, "trees", 150.0)
                : Map.of("columns", columns, "trees", 150.0, "smoothing", 0.01);
        return learner.fit(select(LEARNT), target.select(LEARNT), learner.space(shape).with(changes), ReferenceTable.calm())
                .predict(Features.of(select(JUDGED)));
    }

    private static double rootMeanSquare(Predictions predictions) {
        double total = IntStream.range(0, JUDGED.length)
                .mapToDouble(i -> Math.pow(predictions.at(i, 0) - ReferenceTable.Y[JUDGED[i]], 2)).sum();
        return Math.sqrt(total / JUDGED.length);
    }

    private static double brier(Predictions predictions, Target target) {
        double total = 0;
        for (int i = 0; i < JUDGED.length; i++) {
            for (int k = 0; k < 3; k++) {
                double truth = target.classIndex(JUDGED[i]) == k ? 1 : 0;
                total += Math.pow(predictions.at(i, k) - truth, 2);
            }
        }
        return total / JUDGED.length;
    }

    @Test
    void numbersAreAsGoodAsScikitLearns() {
        Target target = Target.regression(ReferenceTable.Y);

        assertEquals(RF_RMSE, rootMeanSquare(fit(ForestLearner.random(), target, 0.67)), 0.03 * RF_RMSE);
        assertEquals(XT_RMSE, rootMeanSquare(fit(ForestLearner.extraTrees(), target, 1)), 0.03 * XT_RMSE);
    }

    @Test
    void classesAreAsGoodAsScikitLearns() {
        Target target = Target.classes(ReferenceTable.classes(1.0 / 3, 2.0 / 3), 3);

        assertEquals(RF_BRIER, brier(fit(ForestLearner.random(), target, 0.67), target), 0.05 * RF_BRIER);
        assertEquals(XT_BRIER, brier(fit(ForestLearner.extraTrees(), target, 0.67), target), 0.05 * XT_BRIER);
    }
}
