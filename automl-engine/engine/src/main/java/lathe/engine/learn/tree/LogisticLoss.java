package lathe.engine.learn.tree;

import lathe.engine.learn.Target;
import lathe.scoring.form.Link;

/// Log loss of class 1 against class 0.
final class LogisticLoss implements Loss {

    private final boolean[] positive;
    private final double share;
    private double[] sums = {};

    LogisticLoss(Target target) {
        positive = new boolean[target.rows()];
        for (int row = 0; row < positive.length; row++) {
            positive[row] = target.classIndex(row) == 1;
        }
        share = ClassShares.of(target)[1];
    }

    @Override
    public double[] base() {
        return new double[] {Math.log(share / (1 - share))};
    }

    @Override
    public Link link() {
        return Link.LOGISTIC;
    }

    @Override
    public void observe(double[][] raw) {
        sums = raw[0];
    }

    @Override
    public double answer(int sum, int row) {
        return positive[row] ? 1 : 0;
    }

    @Override
    public void gradients(int sum, float[] out) {
        for (int row = 0; row < positive.length; row++) {
            double p = 1 / (1 + Math.exp(-sums[row]));
            out[2 * row] = (float) (positive[row] ? p - 1 : p);
            out[2 * row + 1] = (float) Math.max(1e-16, p * (1 - p));
        }
    }

    @Override
    public double mean(double[][] raw, int[] rows) {
        double total = 0;
        for (int row : rows) {
            double z = positive[row] ? raw[0][row] : -raw[0][row];
            total += z > 0 ? Math.log1p(Math.exp(-z)) : -z + Math.log1p(Math.exp(z));
        }
        return total / rows.length;
    }
}
