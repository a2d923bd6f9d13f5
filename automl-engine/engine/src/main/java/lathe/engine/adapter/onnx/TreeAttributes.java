package lathe.engine.adapter.onnx;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import lathe.engine.export.ExportProblems;
import lathe.scoring.form.Trees;

/// Collects the flat arrays of one `TreeEnsemble` node, tree by tree, parents before children.
final class TreeAttributes {

    static final String OPERATOR = "TreeEnsemble";

    private static final byte LESS_OR_EQUAL = 0;

    private final Trees form;
    private final LongStream.Builder roots = LongStream.builder();
    private final LongStream.Builder leafTargets = LongStream.builder();
    private final DoubleStream.Builder leafWeights = DoubleStream.builder();
    private final Growing features = new Growing();
    private final Growing missingLeft = new Growing();
    private final Growing left = new Growing();
    private final Growing leftLeaf = new Growing();
    private final Growing right = new Growing();
    private final Growing rightLeaf = new Growing();
    private final DoubleStream.Builder splits = DoubleStream.builder();
    private int leaves;

    TreeAttributes(Trees form) {
        this.form = form;
    }

    /// @param trees   which trees of the form
    /// @param targets output column of each of them
    /// @param weight  number of a leaf, by its row in the form's leaf values
    TreeAttributes add(int[] trees, int[] targets, IntToDoubleFunction weight) {
        for (int i = 0; i < trees.length; i++) {
            int root = form.root(trees[i]);
            roots.add(features.size());
            if (form.feature(root) < 0) {
                // A tree needs a node: this one asks the first feature and gives the same on both sides.
                int node = node(0, 0, false);
                leaf(left, leftLeaf, node, targets[i], weight.applyAsDouble(form.left(root)));
                leaf(right, rightLeaf, node, targets[i], weight.applyAsDouble(form.left(root)));
            } else {
                grow(root, targets[i], weight);
            }
        }
        return this;
    }

    private record Pending(int source, int written) {
    }

    private void grow(int root, int target, IntToDoubleFunction weight) {
        int first = features.size();
        Deque<Pending> pending = new ArrayDeque<>();
        pending.push(new Pending(root, copy(root)));
        while (!pending.isEmpty()) {
            Pending parent = pending.pop();
            child(form.left(parent.source()), left, leftLeaf, parent.written(), target, weight, pending);
            child(form.right(parent.source()), right, rightLeaf, parent.written(), target, weight, pending);
            if (features.size() - first > form.nodes()) {
                throw ExportProblems.notExportable("ONNX", "branches of a tree share a node");
            }
        }
    }

    private void child(int source, Growing side, Growing isLeaf, int parent, int target, IntToDoubleFunction weight,
            Deque<Pending> pending) {
        if (form.feature(source) < 0) {
            leaf(side, isLeaf, parent, target, weight.applyAsDouble(form.left(source)));
        } else {
            int written = copy(source);
            side.set(parent, written);
            pending.push(new Pending(source, written));
        }
    }

    private int copy(int source) {
        return node(form.feature(source), form.threshold(source), form.missingLeft(source));
    }

    private int node(int feature, double threshold, boolean missingGoesLeft) {
        features.add(feature);
        splits.add(threshold);
        missingLeft.add(missingGoesLeft ? 1 : 0);
        left.add(0);
        leftLeaf.add(0);
        right.add(0);
        rightLeaf.add(0);
        return features.size() - 1;
    }

    private void leaf(Growing side, Growing isLeaf, int parent, int target, double weight) {
        side.set(parent, leaves++);
        isLeaf.set(parent, 1);
        leafTargets.add(target);
        leafWeights.add(weight);
    }

    /// @param width number of output columns
    String write(GraphBuilder graph, String input, int width) {
        double[] weights = leafWeights.build().toArray();
        double[] thresholds = splits.build().toArray();
        byte[] modes = new byte[features.size()];
        Arrays.fill(modes, LESS_OR_EQUAL);
        return graph.node(GraphBuilder.ML, OPERATOR, List.of(input), Attributes.of("n_targets", width),
                Attributes.of("tree_roots", roots.build().toArray()), Attributes.of("nodes_featureids", features.toArray()),
                Attributes.of("nodes_splits", Tensors.doubles(new long[] {thresholds.length}, thresholds)),
                Attributes.of("nodes_modes", Tensors.bytes(modes)),
                Attributes.of("nodes_truenodeids", left.toArray()), Attributes.of("nodes_trueleafs", leftLeaf.toArray()),
                Attributes.of("nodes_falsenodeids", right.toArray()), Attributes.of("nodes_falseleafs", rightLeaf.toArray()),
                Attributes.of("nodes_missing_value_tracks_true", missingLeft.toArray()),
                Attributes.of("leaf_targetids", leafTargets.build().toArray()),
                Attributes.of("leaf_weights", Tensors.doubles(new long[] {weights.length}, weights)));
    }
}
