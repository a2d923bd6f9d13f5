package lathe.engine.evaluate;

import java.util.Arrays;
import lathe.engine.learn.Target;
import lathe.scoring.Predictions;
import lathe.scoring.Task;

/// Share of the target's variance that is explained: 1 is perfect, 0 is as good as the mean of the judged rows, below
/// is worse. Rows of one and the same value do not define it; scikit-learn says 0 or 1 there.
public final class R2 implements Metric {

    @Override
    public String id() {
        return "r2";
    }

    @Override
    public Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    @Override
    public boolean supports(Task task) {
        return task == Task.REGRESSION;
    }

    @Override
    public double best() {
        return 1;
    }

    @Override
    public double worst() {
        return -Double.MAX_VALUE;
    }

    @Override
    public double compute(Target truth, Predictions predictions, int positive) {
        Counted counted = counted(truth, predictions, positive);
        int[] once = new int[truth.rows()];
        Arrays.fill(once, 1);
        return counted.compute(once);
    }

    @Override
    public Counted counted(Target truth, Predictions predictions, int positive) {
        Shapes.require(this, truth, predictions, positive);
        double[] values = truth.toArray();
        double[] squares = new double[values.length];
        for (int row = 0; row < squares.length; row++) {
            double error = predictions.at(row, 0) - values[row];
            squares[row] = error * error;
        }
        return counts -> compute(truth, squares, counts);
    }

    private static double compute(Target truth, double[] squares, int[] counts) {
        double sum = 0;
        double unexplained = 0;
        double all = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < squares.length; row++) {
            if (counts[row] > 0) {
                double weight = counts[row] * truth.weight(row);
                double value = truth.value(row);
                sum += weight * value;
                unexplained += weight * squares[row];
                all += weight;
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        if (!(least < most)) {
            return Double.NaN;
        }
        double mean = sum / all;
        double total = 0;
        for (int row = 0; row < squares.length; row++) {
            double distance = truth.value(row) - mean;
            total += counts[row] * truth.weight(row) * distance * distance;
        }
        return 1 - unexplained / total;
    }
}
