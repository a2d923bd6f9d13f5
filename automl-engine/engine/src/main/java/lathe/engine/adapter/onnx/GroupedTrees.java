package lathe.engine.adapter.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import lathe.scoring.form.Trees;

/// Collects the flat arrays of a `TreeEnsembleRegressor` node for trees that ask for groups of levels.
///
/// A group is a chain of nodes that ask for one level each and share what follows a yes. ONNX Runtime keeps such nodes
/// shared here and joins a chain into one test; in the newer `TreeEnsemble` it copies the branch for every level. This
/// operator answers in single precision, so a leaf holds its own number, exact up to 16,777,216, and values are looked up
/// in a table.
final class GroupedTrees {

    static final String OPERATOR = "TreeEnsembleRegressor";
    /// The last version of the domain that has the operator.
    static final int OPSET = 4;

    private static final Set<String> OLD = Set.of(OPERATOR, "TreeEnsembleClassifier");

    /// Leaves at most, so that their numbers are exact.
    static final int MOST_LEAVES = 1 << 24;

    private final Trees form;
    private final List<String> modes = new ArrayList<>();
    private final Growing tree = new Growing();
    private final Growing node = new Growing();
    private final Growing feature = new Growing();
    private final DoubleStream.Builder values = DoubleStream.builder();
    private final Growing yes = new Growing();
    private final Growing no = new Growing();
    private final Growing missingYes = new Growing();
    private final Growing leafTree = new Growing();
    private final Growing leafNode = new Growing();
    private final Growing leafTarget = new Growing();
    private final DoubleStream.Builder leafNumbers = DoubleStream.builder();

    /// Whether a node left the domain after [#OPSET].
    static boolean isOld(NodeProto node) {
        return node.getDomain().equals(GraphBuilder.ML) && OLD.contains(node.getOpType());
    }

    GroupedTrees(Trees form) {
        this.form = form;
    }

    /// Leaf numbers of some trees, shape \[N, trees\] in single precision.
    String write(GraphBuilder graph, String input, int[] trees) {
        for (int i = 0; i < trees.length; i++) {
            add(i, form.root(trees[i]), end(trees[i]));
        }
        double[] thresholds = values.build().toArray();
        double[] numbers = leafNumbers.build().toArray();
        return graph.node(GraphBuilder.ML, OPERATOR, List.of(input), Attributes.of("n_targets", trees.length),
                Attributes.of("nodes_treeids", tree.toArray()), Attributes.of("nodes_nodeids", node.toArray()),
                Attributes.of("nodes_featureids", feature.toArray()), Attributes.of("nodes_modes", modes),
                Attributes.of("nodes_values_as_tensor", Tensors.doubles(new long[] {thresholds.length}, thresholds)),
                Attributes.of("nodes_truenodeids", yes.toArray()), Attributes.of("nodes_falsenodeids", no.toArray()),
                Attributes.of("nodes_missing_value_tracks_true", missingYes.toArray()),
                Attributes.of("target_treeids", leafTree.toArray()), Attributes.of("target_nodeids", leafNode.toArray()),
                Attributes.of("target_ids", leafTarget.toArray()),
                Attributes.of("target_weights_as_tensor", Tensors.doubles(new long[] {numbers.length}, numbers)));
    }

    // Trees stand one after another in a form.
    private int end(int asked) {
        return asked + 1 < form.trees() ? form.root(asked + 1) : form.nodes();
    }

    private void add(int number, int root, int end) {
        int[] place = new int[end - root + 1];
        for (int i = root; i < end; i++) {
            int set = form.levels().set(i);
            place[i - root + 1] = place[i - root] + (set < 0 ? 1 : Math.max(1, form.levels().members(set).length));
        }
        for (int i = root; i < end; i++) {
            int at = place[i - root];
            int set = form.levels().set(i);
            if (form.feature(i) < 0) {
                leaf(number, at, i);
            } else if (set < 0) {
                question(number, at, i, "BRANCH_LEQ", form.threshold(i));
                branches(place[form.left(i) - root], place[form.right(i) - root], form.missingLeft(i));
            } else {
                chain(number, at, i, place[form.left(i) - root], place[form.right(i) - root]);
            }
        }
    }

    private void chain(int number, int first, int source, int left, int right) {
        int[] members = form.levels().members(form.levels().set(source));
        IntStream.range(0, members.length).forEach(m -> {
            question(number, first + m, source, "BRANCH_EQ", members[m]);
            branches(left, m + 1 < members.length ? first + m + 1 : right, false);
        });
        if (members.length == 0) {
            question(number, first, source, "BRANCH_EQ", -1);   // no level is below 0
            branches(right, right, false);
        }
    }

    private void question(int number, int at, int source, String mode, double value) {
        tree.add(number);
        node.add(at);
        feature.add(form.feature(source));
        modes.add(mode);
        values.add(value);
    }

    private void branches(int whenTrue, int whenFalse, boolean missingIsTrue) {
        yes.add(whenTrue);
        no.add(whenFalse);
        missingYes.add(missingIsTrue ? 1 : 0);
    }

    private void leaf(int number, int at, int source) {
        tree.add(number);
        node.add(at);
        feature.add(0);
        modes.add("LEAF");
        values.add(0);
        branches(0, 0, false);
        leafTree.add(number);
        leafNode.add(at);
        leafTarget.add(number);
        leafNumbers.add(form.left(source));
    }
}
