package lathe.engine.learn.tree;

import java.util.Arrays;
import lathe.engine.learn.Target;
import lathe.scoring.form.Link;

/// Log loss over several classes. Curvature is taken k / (k − 1) fold, since the sums share one degree of freedom.
final class SoftmaxLoss implements Loss {

    private final int[] classes;
    private final double[] shares;
    private final float[][] probabilities;

    SoftmaxLoss(Target target) {
        classes = target.toClassArray();
        shares = ClassShares.of(target);
        probabilities = new float[shares.length][classes.length];
    }

    @Override
    public double[] base() {
        return Arrays.stream(shares).map(Math::log).toArray();
    }

    @Override
    public Link link() {
        return Link.SOFTMAX;
    }

    @Override
    public void observe(double[][] raw) {
        int k = raw.length;
        double[] exp = new double[k];
        for (int row = 0; row < classes.length; row++) {
            double max = max(raw, row);
            double total = 0;
            for (int c = 0; c < k; c++) {
                exp[c] = Math.exp(raw[c][row] - max);
                total += exp[c];
            }
            for (int c = 0; c < k; c++) {
                probabilities[c][row] = (float) (exp[c] / total);
            }
        }
    }

    @Override
    public double answer(int sum, int row) {
        return classes[row] == sum ? 1 : 0;
    }

    @Override
    public void gradients(int sum, float[] out) {
        float factor = shares.length / (shares.length - 1f);
        float[] own = probabilities[sum];
        for (int row = 0; row < classes.length; row++) {
            float p = own[row];
            out[2 * row] = classes[row] == sum ? p - 1 : p;
            out[2 * row + 1] = Math.max(1e-16f, p * (1 - p) * factor);
        }
    }

    @Override
    public double mean(double[][] raw, int[] rows) {
        double total = 0;
        for (int row : rows) {
            double max = max(raw, row);
            double sum = 0;
            for (double[] one : raw) {
                sum += Math.exp(one[row] - max);
            }
            total += max + Math.log(sum) - raw[classes[row]][row];
        }
        return total / rows.length;
    }

    private static double max(double[][] raw, int row) {
        double max = raw[0][row];
        for (double[] one : raw) {
            max = Math.max(max, one[row]);
        }
        return max;
    }
}
