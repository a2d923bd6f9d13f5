package lathe.engine.learn.tree;

import java.util.List;
import lathe.scoring.form.Link;
import lathe.scoring.form.Trees;

/// Joins grown trees into a form that asks for values instead of codes.
final class TreesJoin {

    private TreesJoin() { }

    /// @param targets the raw sum each tree adds to; empty when leaves hold whole rows
    /// @param factor  what every leaf value is multiplied with
    static Trees join(BinnedMatrix matrix, List<BinnedTree> trees, int[] targets, double factor, double[] base, Link link) {
        int width = targets.length == 0 ? base.length : 1;
        int nodes = trees.stream().mapToInt(BinnedTree::nodes).sum();
        int[] roots = new int[trees.size()];
        int[] features = new int[nodes];
        double[] thresholds = new double[nodes];
        boolean[] missingLeft = new boolean[nodes];
        int[] left = new int[nodes];
        int[] right = new int[nodes];
        double[] values = new double[trees.stream().mapToInt(BinnedTree::leaves).sum() * width];
        int start = 0;
        int leaves = 0;
        for (int t = 0; t < roots.length; t++) {
            BinnedTree tree = trees.get(t);
            roots[t] = start;
            for (int node = 0; node < tree.nodes(); node++) {
                int at = start + node;
                features[at] = tree.feature(node);
                if (tree.isLeaf(node)) {
                    left[at] = leaves;
                    double[] value = tree.value(node);
                    for (int i = 0; i < width; i++) {
                        values[leaves * width + i] = factor * value[i];
                    }
                    leaves++;
                } else {
                    thresholds[at] = matrix.threshold(tree.feature(node), tree.code(node));
                    missingLeft[at] = tree.missingLeft(node);
                    left[at] = start + tree.left(node);
                    right[at] = start + tree.right(node);
                }
            }
            start += tree.nodes();
        }
        return new Trees(roots, targets, new Trees.Nodes(features, thresholds, missingLeft, left, right), values, base, link);
    }
}
