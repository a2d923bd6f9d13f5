package lathe.engine.learn.tree;

import java.util.Arrays;
import lathe.engine.learn.Target;
import lathe.scoring.Predictions;
import lathe.scoring.form.Link;

/// Log loss against probabilities in place of single classes: what a row of each class, weighted by its probability, would give,
/// at the price of one row. Two classes have one raw sum, that of class 1; more have one each, with the curvature of [SoftmaxLoss].
final class SharesLoss implements Loss {

    private static final double SMOOTHING = 0.5;   // as in ClassShares

    private final Predictions shares;
    private final double[] base;
    private final int sums;
    private final float[][] probabilities;

    /// @param target row weights
    /// @param shares of the classes in each row, n × k; none below 0, sum 1
    SharesLoss(Target target, Predictions shares) {
        int k = shares.width();
        this.shares = shares;
        this.sums = k == 2 ? 1 : k;
        this.probabilities = new float[sums][shares.rows()];
        double[] means = new double[k];
        Arrays.fill(means, SMOOTHING);
        for (int row = 0; row < shares.rows(); row++) {
            for (int c = 0; c < k; c++) {
                means[c] += target.weight(row) * shares.at(row, c);
            }
        }
        this.base = k == 2 ? new double[] {Math.log(means[1] / means[0])}
                : Arrays.stream(means).map(mean -> Math.log(mean / (target.totalWeight() + SMOOTHING * k))).toArray();
    }

    @Override
    public double[] base() {
        return base.clone();
    }

    @Override
    public Link link() {
        return sums == 1 ? Link.LOGISTIC : Link.SOFTMAX;
    }

    @Override
    public void observe(double[][] raw) {
        double[] exp = new double[sums];
        for (int row = 0; row < shares.rows(); row++) {
            if (sums == 1) {
                probabilities[0][row] = (float) (1 / (1 + Math.exp(-raw[0][row])));
                continue;
            }
            double max = Double.NEGATIVE_INFINITY;
            for (double[] sum : raw) {
                max = Math.max(max, sum[row]);
            }
            double total = 0;
            for (int c = 0; c < sums; c++) {
                exp[c] = Math.exp(raw[c][row] - max);
                total += exp[c];
            }
            for (int c = 0; c < sums; c++) {
                probabilities[c][row] = (float) (exp[c] / total);
            }
        }
    }

    @Override
    public double answer(int sum, int row) {
        return shares.at(row, sums == 1 ? 1 : sum);
    }

    @Override
    public void gradients(int sum, float[] out) {
        float factor = sums == 1 ? 1 : sums / (sums - 1f);
        for (int row = 0; row < shares.rows(); row++) {
            float p = probabilities[sum][row];
            out[2 * row] = (float) (p - answer(sum, row));
            out[2 * row + 1] = Math.max(1e-16f, p * (1 - p) * factor);
        }
    }

    @Override
    public double mean(double[][] raw, int[] rows) {
        double total = 0;
        for (int row : rows) {
            double[] exp = new double[shares.width()];
            for (int c = 0; c < exp.length; c++) {
                exp[c] = Math.exp(sums == 1 ? c * raw[0][row] : raw[c][row]);
            }
            double all = Arrays.stream(exp).sum();
            for (int c = 0; c < exp.length; c++) {
                total -= shares.at(row, c) * Math.log(exp[c] / all);
            }
        }
        return total / rows.length;
    }
}
