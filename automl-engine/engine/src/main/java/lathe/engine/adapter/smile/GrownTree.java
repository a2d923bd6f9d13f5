package lathe.engine.adapter.smile;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import lathe.scoring.form.Link;
import lathe.scoring.form.Trees;
import smile.model.cart.InternalNode;
import smile.model.cart.LeafNode;
import smile.model.cart.Node;
import smile.model.cart.OrdinalNode;

/// One of Smile's trees in flat arrays, with real thresholds instead of codes.
///
/// Node 0 is the root; children come after their parent. A leaf has feature −1 and its `left` is its row in the values.
final class GrownTree {

    private static final Field SPLIT_VALUE = splitValue();

    private final int width;
    private int[] features = new int[63];
    private double[] thresholds = new double[63];
    private int[] left = new int[63];
    private int[] right = new int[63];
    private double[] values = new double[64];
    private int nodes;
    private int leaves;

    /// @param leafValues what a leaf answers, each `width` numbers
    GrownTree(Node root, int width, CodedFeatures codes, Function<LeafNode, double[]> leafValues) {
        this.width = width;
        add(root, codes, leafValues);
    }

    // Smile shows a split's feature but not its value. On the class path reflection may read it.
    private static Field splitValue() {
        try {
            Field field = OrdinalNode.class.getDeclaredField("value");
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException missing) {
            throw new IllegalStateException("this version of Smile has no OrdinalNode.value", missing);
        }
    }

    private int add(Node node, CodedFeatures codes, Function<LeafNode, double[]> leafValues) {
        int at = nodes++;
        grow();
        switch (node) {
            case LeafNode leaf -> addLeaf(at, leafValues.apply(leaf));
            case OrdinalNode split -> {
                features[at] = split.feature();
                thresholds[at] = codes.threshold(split.feature(), value(split));
                int trueChild = add(split.trueChild(), codes, leafValues);
                int falseChild = add(split.falseChild(), codes, leafValues);
                left[at] = trueChild;
                right[at] = falseChild;
            }
            default -> throw new IllegalStateException("codes are split by order only, Smile made a "
                    + (node instanceof InternalNode ? "nominal split" : node.getClass()));
        }
        return at;
    }

    private void addLeaf(int at, double[] row) {
        features[at] = -1;
        left[at] = leaves;
        if ((leaves + 1) * width > values.length) {
            values = Arrays.copyOf(values, Math.max(2 * values.length, (leaves + 1) * width));
        }
        System.arraycopy(row, 0, values, leaves * width, width);
        leaves++;
    }

    private void grow() {
        if (nodes > features.length) {
            int length = 2 * features.length;
            features = Arrays.copyOf(features, length);
            thresholds = Arrays.copyOf(thresholds, length);
            left = Arrays.copyOf(left, length);
            right = Arrays.copyOf(right, length);
        }
    }

    private static double value(OrdinalNode split) {
        try {
            return SPLIT_VALUE.getDouble(split);
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException("OrdinalNode.value was opened", closed);
        }
    }

    /// The answer of a tree with one number in each leaf.
    double predict(double[][] columns, int row) {
        int node = 0;
        while (features[node] >= 0) {
            node = columns[features[node]][row] <= thresholds[node] ? left[node] : right[node];
        }
        return values[left[node]];
    }

    /// Joins trees into a form.
    ///
    /// @param targets the raw sum each tree adds to; empty when leaves hold whole rows
    /// @param factor  what every leaf value is multiplied with
    static Trees join(List<GrownTree> trees, int[] targets, double factor, double[] base, Link link) {
        int nodes = trees.stream().mapToInt(tree -> tree.nodes).sum();
        int values = trees.stream().mapToInt(tree -> tree.leaves * tree.width).sum();
        int[] roots = new int[trees.size()];
        int[] features = new int[nodes];
        double[] thresholds = new double[nodes];
        int[] left = new int[nodes];
        int[] right = new int[nodes];
        double[] leafValues = new double[values];
        int node = 0;
        int value = 0;
        for (int t = 0; t < roots.length; t++) {
            GrownTree tree = trees.get(t);
            roots[t] = node;
            System.arraycopy(tree.features, 0, features, node, tree.nodes);
            System.arraycopy(tree.thresholds, 0, thresholds, node, tree.nodes);
            for (int i = 0; i < tree.nodes; i++) {
                boolean leaf = tree.features[i] < 0;
                left[node + i] = tree.left[i] + (leaf ? value / tree.width : node);
                right[node + i] = leaf ? 0 : tree.right[i] + node;
            }
            for (int i = 0; i < tree.leaves * tree.width; i++) {
                leafValues[value + i] = factor * tree.values[i];
            }
            node += tree.nodes;
            value += tree.leaves * tree.width;
        }
        return new Trees(roots, targets, new Trees.Nodes(features, thresholds, new boolean[nodes], left, right),
                leafValues, base, link);
    }
}
