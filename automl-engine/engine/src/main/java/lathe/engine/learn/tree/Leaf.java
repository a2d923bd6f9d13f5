package lathe.engine.learn.tree;

import org.jspecify.annotations.Nullable;

/// A leaf while its tree grows: its rows stand at [from, to) of the grower's row order.
final class Leaf {

    final int node;
    final int from;
    final int to;
    final int depth;
    final double gradient;
    final double curvature;
    /// Bounds of its value, where a feature is monotone.
    final double low;
    final double high;
    double @Nullable [] histogram;
    @Nullable Split split;

    /// Over the rows of a leaf.
    record Sums(double gradient, double curvature) { }

    Leaf(int node, int from, int to, int depth, Sums sums, double low, double high) {
        this.node = node;
        this.from = from;
        this.to = to;
        this.depth = depth;
        this.gradient = sums.gradient;
        this.curvature = sums.curvature;
        this.low = low;
        this.high = high;
    }

    int rows() {
        return to - from;
    }

    double value(GrowthRules rules) {
        return Math.clamp(rules.value(gradient, curvature), low, high);
    }
}
