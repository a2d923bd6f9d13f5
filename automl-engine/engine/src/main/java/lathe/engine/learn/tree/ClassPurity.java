package lathe.engine.learn.tree;

/// Gini impurity or entropy of classes. Source: L. Breiman et al., "Classification and Regression Trees" (1984).
final class ClassPurity implements Purity {

    private final int[] classes;
    private final float[] weights;
    private final int count;
    private final ClassLeaves leaves;

    /// @param weights how often each row was drawn
    ClassPurity(int[] classes, float[] weights, ClassLeaves leaves) {
        this.classes = classes;
        this.count = leaves.shares().length;
        this.weights = weights;
        this.leaves = leaves;
    }

    @Override
    public int width() {
        return count;
    }

    @Override
    public void count(int[] codes, int shift, int[] rows, int from, int to, double[] out) {
        for (int i = from; i < to; i++) {
            int row = rows[i];
            out[(codes[row] >>> shift & 255) * count + classes[row]] += weights[row];
        }
    }

    @Override
    public void add(int row, double[] sums, int at) {
        sums[at + classes[row]] += weights[row];
    }

    @Override
    public double worth(double[] sums, int at) {
        double total = 0;
        double worth = 0;
        for (int i = at; i < at + count; i++) {
            double n = sums[i];
            total += n;
            worth += leaves.entropy() ? n > 0 ? n * Math.log(n) : 0 : n * n;
        }
        return leaves.entropy() ? worth - total * Math.log(Math.max(total, 1e-300)) : worth / Math.max(total, 1e-300);
    }

    @Override
    public double weight(double[] sums, int at) {
        double total = 0;
        for (int i = at; i < at + count; i++) {
            total += sums[i];
        }
        return total;
    }

    // The share of the commonest class: the best order of two classes, a fair one of more.
    @Override
    public double position(double[] sums, int at, double[] all) {
        int common = 0;
        for (int i = 1; i < count; i++) {
            common = all[i] > all[common] ? i : common;
        }
        return sums[at + common] / weight(sums, at);
    }

    @Override
    public boolean isPure(double[] sums) {
        int present = 0;
        for (double n : sums) {
            present += n > 0 ? 1 : 0;
        }
        return present < 2;
    }

    @Override
    public double level(double[] sums) {
        return sums[count - 1] / weight(sums, 0);
    }

    @Override
    public double[] answer(double[] sums) {
        double total = weight(sums, 0) + leaves.smoothing();
        double[] shares = new double[count];
        for (int i = 0; i < count; i++) {
            shares[i] = (sums[i] + leaves.smoothing() * leaves.shares()[i]) / total;
        }
        return shares;
    }
}
