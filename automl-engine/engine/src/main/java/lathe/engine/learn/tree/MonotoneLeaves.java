package lathe.engine.learn.tree;

/// Keeps the leaves of a grown tree to the directions asked for.
///
/// At a question about a directed feature no leaf on one side may answer beyond any leaf on the other. Where some do, both
/// sides are cut at the middle of their means. Children come before parents, and a cut keeps every order below it, so that
/// the whole tree keeps to all directions. What lacks the value goes to one side and is bound by it.
final class MonotoneLeaves {

    private final BinnedTree tree;
    private final int[] directions;
    private final int output;
    private final double[] low;
    private final double[] high;
    private final double[] sum;
    private final double[] weight;

    private MonotoneLeaves(BinnedTree tree, int[] directions, int output) {
        this.tree = tree;
        this.directions = directions;
        this.output = output;
        this.low = new double[tree.nodes()];
        this.high = new double[tree.nodes()];
        this.sum = new double[tree.nodes()];
        this.weight = new double[tree.nodes()];
    }

    /// @param directions see [GrowthRules#monotone]; empty for none
    /// @param output     the number of a leaf that is meant; where leaves hold two, the other one is what is left to 1
    static void enforce(BinnedTree tree, int[] directions, int output) {
        if (directions.length > 0) {
            new MonotoneLeaves(tree, directions, output).enforce();
        }
    }

    // Children stand behind their parent, so that going backwards meets them first.
    private void enforce() {
        for (int node = tree.nodes() - 1; node >= 0; node--) {
            if (tree.isLeaf(node)) {
                summarize(node);
                continue;
            }
            int left = tree.left(node);
            int right = tree.right(node);
            int direction = tree.feature(node) < directions.length ? directions[tree.feature(node)] : 0;
            int lower = direction < 0 ? right : left;
            int upper = direction < 0 ? left : right;
            if (direction != 0 && high[lower] > low[upper]) {
                double middle = middle(lower, upper);
                cut(lower, Double.NEGATIVE_INFINITY, middle);
                cut(upper, middle, Double.POSITIVE_INFINITY);
            }
            low[node] = Math.min(low[left], low[right]);
            high[node] = Math.max(high[left], high[right]);
            sum[node] = sum[left] + sum[right];
            weight[node] = weight[left] + weight[right];
        }
    }

    private double middle(int lower, int upper) {
        double below = sum[lower] / weight[lower];
        double above = sum[upper] / weight[upper];
        return below <= above ? below + (above - below) / 2 : (sum[lower] + sum[upper]) / (weight[lower] + weight[upper]);
    }

    private void summarize(int leaf) {
        double value = tree.value(leaf)[output];
        low[leaf] = value;
        high[leaf] = value;
        sum[leaf] = value;
        weight[leaf] = 1;
    }

    private void cut(int node, double least, double most) {
        if (low[node] >= least && high[node] <= most) {
            return;
        }
        if (tree.isLeaf(node)) {
            double[] values = tree.value(node).clone();
            values[output] = Math.clamp(values[output], least, most);
            if (values.length == 2) {
                values[1 - output] = 1 - values[output];
            }
            tree.value(node, values);
            summarize(node);
            return;
        }
        cut(tree.left(node), least, most);
        cut(tree.right(node), least, most);
        low[node] = Math.clamp(low[node], least, most);
        high[node] = Math.clamp(high[node], least, most);
        sum[node] = sum[tree.left(node)] + sum[tree.right(node)];
    }
}
