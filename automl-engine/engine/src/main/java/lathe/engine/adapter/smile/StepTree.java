package lathe.engine.adapter.smile;

import java.util.Arrays;
import java.util.Optional;
import lathe.engine.adapter.smile.CodedFeatures.Places;
import smile.data.type.DataTypes;
import smile.data.type.StructField;
import smile.model.cart.LeafNode;
import smile.model.cart.Node;
import smile.model.cart.Split;
import smile.regression.RegressionTree;

/// Smile's regression tree with a split search of our own, which weighs rows by their curvature.
///
/// Smile looks at every hundredth rank only, unless a system property forbids it, never between values closer than
/// 1e-7, and counts every row alike. Here every code is tried as a border, and what a split gains is measured by the
/// descent and curvature of its sides, as the leaves' Newton steps are.
///
/// Source: T. Chen, C. Guestrin, "XGBoost: A Scalable Tree Boosting System" (2016), equation 7.
final class StepTree {

    private static final StructField NUMBER = new StructField("y", DataTypes.DoubleType);

    private final CodedFeatures features;
    private final NewtonLeaves steps;
    private final int leafRows;
    // Descent, curvature and count of each row side by side, shape n × 3: rows are visited out of order.
    private final double[] weighted;

    private StepTree(TreeGrower grower, NewtonLeaves steps, int[] counts) {
        this.features = grower.codes();
        this.steps = steps;
        this.leafRows = grower.leafRows();
        this.weighted = new double[3 * counts.length];
        for (int row = 0; row < counts.length; row++) {
            weighted[3 * row] = counts[row] * steps.descent()[row];
            weighted[3 * row + 1] = counts[row] * steps.curvature()[row];
            weighted[3 * row + 2] = counts[row];
        }
    }

    /// @param counts how often each row is taken
    /// @return the root; its leaves are [smile.model.cart.RegressionNode]s that hold the steps
    static Node grow(TreeGrower grower, NewtonLeaves steps, int[] counts) {
        return new StepTree(grower, steps, counts).new Tree(grower, counts).root();
    }

    /// Smile's constructor grows the tree and so calls this method: what it needs stands in the object around.
    private final class Tree extends RegressionTree {
        private static final long serialVersionUID = 1L;

        Tree(TreeGrower grower, int[] counts) {
            super(features.frame(), steps, NUMBER, grower.depth(), grower.leaves(), leafRows, grower.columns(), counts,
                    features.unordered());
        }

        @Override
        protected Optional<Split> findBestSplit(LeafNode node, int column, double impurity, int from, int to) {
            Places places = features.places(column, index, from, to);
            return best(node, places, sums(places, index));
        }
    }

    private Optional<Split> best(LeafNode node, Places places, double[] sums) {
        double down = 0;
        double curve = 0;
        for (int at = 0; at < sums.length; at += 3) {
            down += sums[at];
            curve += sums[at + 1];
        }
        double l2 = steps.l2();
        double most = down * down / (curve + l2) * (1 + 1e-9);
        double least = most;
        int best = -1;
        int bestRows = 0;
        double leftDown = 0;
        double leftCurve = 0;
        int leftRows = 0;
        for (int at = 0; at < sums.length - 3 && node.size() - leftRows >= leafRows; at += 3) {
            leftDown += sums[at];
            leftCurve += sums[at + 1];
            leftRows += (int) sums[at + 2];
            if (sums[at + 2] == 0 || leftRows < leafRows || node.size() - leftRows < leafRows) {
                continue;
            }
            double rightDown = down - leftDown;
            double gained = leftDown * leftDown / (leftCurve + l2) + rightDown * rightDown / (curve - leftCurve + l2);
            if (gained > most) {
                most = gained;
                best = at / 3;
                bestRows = leftRows;
            }
        }
        if (best < 0) {
            return Optional.empty();
        }
        int next = best + 1;
        while (sums[3 * next + 2] == 0) {
            next++;
        }
        return Optional.of(features.split(node, places, best, next, most - least, bestRows));
    }

    /// Descent, curvature and rows by code, shape places × 3.
    private double[] sums(Places places, int[] index) {
        double[] sums = new double[places.codes().length * 3];
        byte[] codes = features.codes(places.feature());
        boolean all = features.holdsAll(places);
        for (int i = places.from(); i < places.to(); i++) {
            int row = index[i];
            int code = codes[row] & 0xff;
            int at = 3 * (all ? code : Arrays.binarySearch(places.codes(), code));
            sums[at] += weighted[3 * row];
            sums[at + 1] += weighted[3 * row + 1];
            sums[at + 2] += weighted[3 * row + 2];
        }
        return sums;
    }
}
