package lathe.engine.learn.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lathe.scoring.form.LevelSets;
import lathe.scoring.form.Link;
import lathe.scoring.form.Trees;

/// Joins grown trees into a form that asks for values instead of codes.
final class TreesJoin {

    private final BinnedMatrix matrix;
    private final double factor;
    private final int width;
    private final int[] features;
    private final double[] thresholds;
    private final boolean[] missingLeft;
    private final int[] setOfNode;
    private final List<int[]> sets = new ArrayList<>();
    private final int[] left;
    private final int[] right;
    private final double[] values;
    private int nodes;
    private int leaves;

    private TreesJoin(BinnedMatrix matrix, List<BinnedTree> trees, double factor, int width) {
        int room = trees.stream().mapToInt(BinnedTree::nodes).sum();
        this.matrix = matrix;
        this.factor = factor;
        this.width = width;
        this.features = new int[room];
        this.thresholds = new double[room];
        this.missingLeft = new boolean[room];
        this.setOfNode = new int[room];
        Arrays.fill(setOfNode, -1);
        this.left = new int[room];
        this.right = new int[room];
        this.values = new double[trees.stream().mapToInt(BinnedTree::leaves).sum() * width];
    }

    /// @param targets the raw sum each tree adds to; empty when leaves hold whole rows
    /// @param factor  what every leaf value is multiplied with
    static Trees join(BinnedMatrix matrix, List<BinnedTree> trees, int[] targets, double factor, double[] base, Link link) {
        TreesJoin join = new TreesJoin(matrix, trees, factor, targets.length == 0 ? base.length : 1);
        int[] roots = new int[trees.size()];
        for (int t = 0; t < roots.length; t++) {
            roots[t] = join.nodes;
            join.add(trees.get(t));
        }
        return new Trees(roots, targets, join.joined(), join.values, base, link);
    }

    private Trees.Nodes joined() {
        LevelSets levels = sets.isEmpty() ? LevelSets.NONE : LevelSets.of(setOfNode, sets.toArray(int[][]::new));
        return new Trees.Nodes(features, thresholds, missingLeft, levels, left, right);
    }

    private void add(BinnedTree tree) {
        int start = nodes;
        for (int node = 0; node < tree.nodes(); node++) {
            features[nodes] = tree.feature(node);
            if (tree.isLeaf(node)) {
                leaf(tree.value(node));
            } else {
                question(tree, node);
                left[nodes] = start + tree.left(node);
                right[nodes] = start + tree.right(node);
            }
            nodes++;
        }
    }

    private void question(BinnedTree tree, int node) {
        CodeSet set = tree.levels(node);
        if (set == null) {
            thresholds[nodes] = matrix.threshold(tree.feature(node), tree.code(node));
            missingLeft[nodes] = tree.missingLeft(node);
        } else {
            setOfNode[nodes] = sets.size();
            sets.add(matrix.levels(tree.feature(node), set));
        }
    }

    private void leaf(double[] value) {
        left[nodes] = leaves;
        for (int i = 0; i < width; i++) {
            values[leaves * width + i] = factor * value[i];
        }
        leaves++;
    }
}
