package lathe.engine.learn.tree;

import lathe.engine.learn.Target;
import lathe.scoring.form.Link;

/// A [PointLoss] over the rows of a regression target.
final class NumberLoss implements Loss {

    private final PointLoss point;
    private final Target target;
    private final double[] values;
    private final Link link;
    private double[] sums = {};

    /// @param target whose weights say where to start and what a leaf answers
    /// @param values on the scale that is learnt
    /// @param link   back from that scale; the identity where the loss has a link of its own
    NumberLoss(PointLoss point, Target target, double[] values, Link link) {
        this.point = point;
        this.target = target;
        this.values = values;
        this.link = point.link() == Link.IDENTITY ? link : point.link();
    }

    @Override
    public double[] base() {
        return new double[] {point.start(values, target)};
    }

    @Override
    public Link link() {
        return link;
    }

    @Override
    public void observe(double[][] raw) {
        sums = raw[0];
    }

    @Override
    public double answer(int sum, int row) {
        return values[row];
    }

    @Override
    public void gradients(int sum, float[] out) {
        if (point instanceof PointLoss.Squared) {
            for (int row = 0; row < values.length; row++) {
                out[2 * row] = (float) (sums[row] - values[row]);
                out[2 * row + 1] = 1;
            }
            return;
        }
        for (int row = 0; row < values.length; row++) {
            out[2 * row] = (float) point.gradient(values[row], sums[row]);
            out[2 * row + 1] = (float) point.curvature(values[row], sums[row]);
        }
    }

    @Override
    public double mean(double[][] raw, int[] rows) {
        double total = 0;
        for (int row : rows) {
            total += point.value(values[row], raw[0][row]);
        }
        return total / rows.length;
    }

    @Override
    public double leaf(int[] rows, int from, int to, double[] raw, double step) {
        double alpha = point.leafQuantile();
        if (Double.isNaN(alpha)) {
            return step;
        }
        double[] left = new double[to - from];
        for (int i = from; i < to; i++) {
            left[i - from] = values[rows[i]] - raw[rows[i]];
        }
        if (!target.isWeighted()) {
            return PointLoss.quantile(left, left.length, alpha);
        }
        double[] weights = new double[left.length];
        for (int i = from; i < to; i++) {
            weights[i - from] = target.weight(rows[i]);
        }
        return PointLoss.quantile(left, weights, alpha);
    }
}
