package lathe.engine.ensemble;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import lathe.engine.learn.Target;
import lathe.scoring.Predictions;

/// Makes probabilities surer or less sure of themselves, all by the same power, where that lowers the log loss.
///
/// Source of the method: C. Guo, G. Pleiss, Y. Sun, K. Weinberger, "On Calibration of Modern Neural Networks", ICML 2017.
/// The power is the inverse of its temperature. With few rows the power would follow chance, so it is left alone.
public final class Temperature {

    private static final int LEAST_ROWS_BINARY = 3_000;
    private static final int LEAST_ROWS = 500;
    private static final int MOST_NUMBERS = 500_000;
    private static final int PARTS = 5;
    private static final double LOWEST = 0.2;
    private static final double HIGHEST = 5;
    private static final int HALVINGS = 24;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final double LEAST_PROBABILITY = 1e-15;

    private final Target truth;
    private final double[] logs;
    private final int width;
    private final int[] rows;

    private Temperature(Target truth, Predictions predictions) {
        this.truth = truth;
        this.width = predictions.width();
        int step = Math.max(1, (int) ((long) truth.rows() * width / MOST_NUMBERS));
        this.rows = IntStream.range(0, truth.rows()).filter(row -> row % step == 0).toArray();
        this.logs = new double[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            for (int output = 0; output < width; output++) {
                logs[i * width + output] = Math.log(Math.max(predictions.at(rows[i], output), LEAST_PROBABILITY));
            }
        }
    }

    /// The power to raise probabilities to, before they are made to sum to 1 again.
    ///
    /// @param truth       classes of rows
    /// @param predictions for the same rows, of models that had not seen them
    /// @return 1 if there are too few rows, or if powers fitted on four fifths of the rows do not lower the log loss of the
    ///     fifth left out
    public static double power(Target truth, Predictions predictions) {
        if (truth.rows() < (truth.classCount() == 2 ? LEAST_ROWS_BINARY : LEAST_ROWS)) {
            return 1;
        }
        Temperature temperature = new Temperature(truth, predictions);
        double tested = 0;
        for (int part = 0; part < PARTS; part++) {
            int left = part;
            double power = temperature.fitted(i -> i % PARTS != left);
            tested += temperature.loss(power, i -> i % PARTS == left);
        }
        return tested < temperature.loss(1, i -> true) ? temperature.fitted(i -> true) : 1;
    }

    // The loss is convex in the power, so the golden section finds its least value.
    private double fitted(IntPredicate wanted) {
        double low = LOWEST;
        double high = HIGHEST;
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double lossLeft = loss(left, wanted);
        double lossRight = loss(right, wanted);
        for (int i = 0; i < HALVINGS; i++) {
            if (lossLeft < lossRight) {
                high = right;
                right = left;
                lossRight = lossLeft;
                left = high - GOLDEN * (high - low);
                lossLeft = loss(left, wanted);
            } else {
                low = left;
                left = right;
                lossLeft = lossRight;
                right = low + GOLDEN * (high - low);
                lossRight = loss(right, wanted);
            }
        }
        return (low + high) / 2;
    }

    // Sum over rows of -log(p^power / sum of all p^power).
    private double loss(double power, IntPredicate wanted) {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            if (wanted.test(i)) {
                double all = 0;
                for (int output = 0; output < width; output++) {
                    all += Math.exp(power * logs[i * width + output]);
                }
                sum += truth.weight(rows[i]) * (Math.log(all) - power * logs[i * width + truth.classIndex(rows[i])]);
            }
        }
        return sum;
    }
}
