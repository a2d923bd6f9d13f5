package lathe.engine.learn.tree;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A grown tree that still asks for codes of a [BinnedMatrix]. Children come after their parent.
final class BinnedTree {

    private int[] features;
    private int[] codes;
    private @Nullable CodeSet[] levels;
    private boolean[] missingLeft;
    private int[] left;
    private int[] right;
    private double[][] values;
    private int nodes;

    BinnedTree(int expectedNodes) {
        int room = Math.max(1, expectedNodes);
        features = new int[room];
        codes = new int[room];
        levels = new CodeSet[room];
        missingLeft = new boolean[room];
        left = new int[room];
        right = new int[room];
        values = new double[room][];
    }

    /// @return the new node, a leaf without a value
    int add() {
        if (nodes == features.length) {
            int room = 2 * nodes;
            features = Arrays.copyOf(features, room);
            codes = Arrays.copyOf(codes, room);
            levels = Arrays.copyOf(levels, room);
            missingLeft = Arrays.copyOf(missingLeft, room);
            left = Arrays.copyOf(left, room);
            right = Arrays.copyOf(right, room);
            values = Arrays.copyOf(values, room);
        }
        features[nodes] = -1;
        return nodes++;
    }

    void split(int node, int feature, int code, boolean isMissingLeft, int leftNode, int rightNode) {
        features[node] = feature;
        codes[node] = code;
        missingLeft[node] = isMissingLeft;
        left[node] = leftNode;
        right[node] = rightNode;
    }

    /// The levels that go left, instead of a cut.
    void levels(int node, CodeSet goesLeft) {
        levels[node] = goesLeft;
    }

    /// Null for a cut.
    @Nullable CodeSet levels(int node) {
        return levels[node];
    }

    void value(int leaf, double... value) {
        values[leaf] = value;
    }

    double[] value(int leaf) {
        return values[leaf];
    }

    int nodes() {
        return nodes;
    }

    int leaves() {
        return (nodes + 1) / 2;
    }

    boolean isLeaf(int node) {
        return features[node] < 0;
    }

    int feature(int node) {
        return features[node];
    }

    int code(int node) {
        return codes[node];
    }

    boolean missingLeft(int node) {
        return missingLeft[node];
    }

    int left(int node) {
        return left[node];
    }

    int right(int node) {
        return right[node];
    }

    /// The leaf a row of the matrix comes to.
    int leaf(BinnedMatrix matrix, int row) {
        int node = 0;
        while (features[node] >= 0) {
            int code = matrix.code(row, features[node]);
            CodeSet set = levels[node];
            boolean goesLeft = set != null ? set.contains(code) : code == 0 ? missingLeft[node] : code <= codes[node];
            node = goesLeft ? left[node] : right[node];
        }
        return node;
    }
}
