package lathe.engine.learn.tree;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/// Grows trees for forests: every node is split as long as the rules allow.
///
/// Holds memory that is used again from tree to tree; for one thread. Where no row of a node lacks a value, missing goes with most rows.
/// Sources: L. Breiman, "Random Forests" (2001); P. Geurts et al., "Extremely randomized trees" (2006).
final class DeepGrower {

    private static final double LEAST_GAIN = 1e-9;

    private final Purity purity;
    private final ForestRules rules;
    private final RowOrder order;
    private final NodeSplit search;
    private final int[] features;
    private final BooleanSupplier mustStop;

    /// A node that is still to be split.
    private record Open(int node, int from, int to, int depth) { }

    /// @param mustStop asked at every split; what is open then becomes leaves
    DeepGrower(BinnedMatrix matrix, Purity purity, ForestRules rules, BooleanSupplier mustStop) {
        this.purity = purity;
        this.rules = rules;
        this.order = new RowOrder(matrix);
        this.search = new NodeSplit(matrix, purity, rules);
        this.features = new int[matrix.width()];
        Arrays.setAll(features, feature -> feature);
        this.mustStop = mustStop;
    }

    /// @param rows in rising order, the first `count` of the array
    BinnedTree grow(int[] rows, int count, RandomGenerator random) {
        order.start(rows, count);
        BinnedTree tree = new BinnedTree(64);
        Deque<Open> open = new ArrayDeque<>();
        open.push(new Open(tree.add(), 0, count, 0));
        while (!open.isEmpty()) {
            Open next = open.pop();
            double[] sums = new double[purity.width()];
            for (int i = next.from; i < next.to; i++) {
                purity.add(order.rows()[i], sums, 0);
            }
            if (mayGrow(next, sums) && best(next, sums, random)) {
                split(next, tree, open);
            } else {
                tree.value(next.node, purity.answer(sums));
            }
        }
        return tree;
    }

    private boolean mayGrow(Open node, double[] sums) {
        return node.depth < rules.depth() && node.to - node.from > 1 && purity.weight(sums, 0) >= 2 * rules.leafRows()
                && !purity.isPure(sums) && !mustStop.getAsBoolean();
    }

    // Features are drawn one by one until enough were tried that are not constant here.
    private boolean best(Open node, double[] sums, RandomGenerator random) {
        search.start(order.rows(), node.from, node.to, sums);
        int tried = 0;
        for (int i = 0; i < features.length && tried < rules.columns(); i++) {
            int other = i + random.nextInt(features.length - i);
            int feature = features[other];
            features[other] = features[i];
            features[i] = feature;
            if (search.ask(feature, random)) {
                tried++;
            }
        }
        return search.gain() > LEAST_GAIN * Math.abs(purity.worth(sums, 0));
    }

    private void split(Open node, BinnedTree tree, Deque<Open> open) {
        int feature = search.feature();
        int code = search.code();
        CodeSet levels = search.levels();
        Split split = new Split(feature, code, levels, search.missingLeft(), search.gain(), 0, 0);
        int middle = order.part(node.from, node.to, split);
        int left = tree.add();
        int right = tree.add();
        boolean missingLeft = order.hasMissing(node.from, node.to, feature) ? search.missingLeft()
                : middle - node.from > node.to - middle;
        tree.split(node.node, feature, code, missingLeft, left, right);
        if (levels != null) {
            tree.levels(node.node, levels);
        }
        open.push(new Open(right, middle, node.to, node.depth + 1));
        open.push(new Open(left, node.from, middle, node.depth + 1));
    }
}
