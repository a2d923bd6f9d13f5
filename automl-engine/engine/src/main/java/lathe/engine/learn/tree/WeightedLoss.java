package lathe.engine.learn.tree;

import lathe.engine.learn.Target;
import lathe.scoring.form.Link;

/// A loss in which rows count by their weights: slopes and curvatures are multiplied with them, and means are weighted.
///
/// @param even the loss of a row; where it starts and what leaves answer must know the weights already
record WeightedLoss(Loss even, Target target) implements Loss {

    @Override
    public double[] base() {
        return even.base();
    }

    @Override
    public Link link() {
        return even.link();
    }

    @Override
    public void observe(double[][] raw) {
        even.observe(raw);
    }

    @Override
    public double answer(int sum, int row) {
        return even.answer(sum, row);
    }

    @Override
    public void gradients(int sum, float[] out) {
        even.gradients(sum, out);
        for (int row = 0; row < target.rows(); row++) {
            float weight = (float) target.weight(row);
            out[2 * row] *= weight;
            out[2 * row + 1] *= weight;
        }
    }

    @Override
    public double mean(double[][] raw, int[] rows) {
        int[] one = new int[1];
        double sum = 0;
        double total = 0;
        for (int row : rows) {
            one[0] = row;
            sum += target.weight(row) * even.mean(raw, one);
            total += target.weight(row);
        }
        return sum / total;
    }

    @Override
    public double leaf(int[] rows, int from, int to, double[] raw, double step) {
        return even.leaf(rows, from, to, raw, step);
    }
}
