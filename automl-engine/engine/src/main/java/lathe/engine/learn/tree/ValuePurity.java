package lathe.engine.learn.tree;

/// Squared error around the mean.
final class ValuePurity implements Purity {

    private final double[] values;
    private final float[] weights;

    /// @param weights how often each row was drawn
    ValuePurity(double[] values, float[] weights) {
        this.values = values;
        this.weights = weights;
    }

    @Override
    public int width() {
        return 2;
    }

    @Override
    public void count(int[] codes, int shift, int[] rows, int from, int to, double[] out) {
        for (int i = from; i < to; i++) {
            int row = rows[i];
            int at = (codes[row] >>> shift & 255) << 1;
            out[at] += weights[row];
            out[at + 1] += weights[row] * values[row];
        }
    }

    @Override
    public void add(int row, double[] sums, int at) {
        sums[at] += weights[row];
        sums[at + 1] += weights[row] * values[row];
    }

    @Override
    public double worth(double[] sums, int at) {
        return sums[at] > 0 ? sums[at + 1] * sums[at + 1] / sums[at] : 0;
    }

    @Override
    public double weight(double[] sums, int at) {
        return sums[at];
    }

    @Override
    public double position(double[] sums, int at, double[] all) {
        return sums[at + 1] / sums[at];
    }

    @Override
    public boolean isPure(double[] sums) {
        return false;   // two sums cannot tell; no split will gain anything
    }

    @Override
    public double level(double[] sums) {
        return sums[1] / sums[0];
    }

    @Override
    public double[] answer(double[] sums) {
        return new double[] {sums[1] / sums[0]};
    }
}
