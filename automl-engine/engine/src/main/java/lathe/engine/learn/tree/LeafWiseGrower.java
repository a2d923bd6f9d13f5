package lathe.engine.learn.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Grows trees for boosting: always at the leaf whose split lets the loss fall most.
///
/// Holds memory that is used again from tree to tree; for one thread. Source: G. Ke et al., "LightGBM" (2017); T. Chen and
/// C. Guestrin, "XGBoost" (2016), for the penalised gain.
final class LeafWiseGrower implements TreeGrower {

    private final BinnedMatrix matrix;
    private final GrowthRules rules;
    private final Histograms histograms;
    private final RowOrder order;
    private final BooleanSupplier mustStop;

    /// @param mustStop asked at every split; a tree that must stop keeps the leaves it has
    LeafWiseGrower(BinnedMatrix matrix, GrowthRules rules, BooleanSupplier mustStop) {
        this(matrix, rules, mustStop, false);
    }

    /// @param onAllCores whether large leaves are counted by all cores at a time
    LeafWiseGrower(BinnedMatrix matrix, GrowthRules rules, BooleanSupplier mustStop, boolean onAllCores) {
        this.matrix = matrix;
        this.rules = rules;
        this.histograms = new Histograms(matrix, onAllCores);
        this.order = new RowOrder(matrix);
        this.mustStop = mustStop;
    }

    @Override
    public Grown grow(int sum, int[] rows, float[] gradients, RandomGenerator random) {
        order.start(rows, rows.length);
        histograms.use(drawColumns(matrix.width(), rules.columns(), random));
        BinnedTree tree = new BinnedTree(2 * rules.leaves() - 1);
        SplitSearch search = new SplitSearch(matrix, rules, histograms, random);
        List<Leaf> leaves = new ArrayList<>();
        Leaf root = root(tree.add(), gradients);
        leaves.add(root);
        prepare(root, null, gradients, search);
        while (leaves.size() < rules.leaves() && !mustStop.getAsBoolean()) {
            int next = next(leaves);
            if (next < 0) {
                break;
            }
            Leaf leaf = leaves.get(next);
            Leaf[] children = split(leaf, tree);
            leaves.set(next, children[0]);
            leaves.add(children[1]);
            prepareBoth(leaf, children, gradients, search);
        }
        for (Leaf leaf : leaves) {
            histograms.giveBack(leaf.histogram);
            leaf.histogram = null;
            tree.value(leaf.node, leaf.value(rules));
        }
        return new Grown(tree, leaves, order);
    }

    private Leaf root(int node, float[] gradients) {
        double gradient = 0;
        double curvature = 0;
        int[] rows = order.rows();
        for (int i = 0; i < order.count(); i++) {
            gradient += gradients[2 * rows[i]];
            curvature += gradients[2 * rows[i] + 1];
        }
        return new Leaf(node, 0, order.count(), 0, new Leaf.Sums(gradient, curvature), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    private static int next(List<Leaf> leaves) {
        int best = -1;
        Split split = null;
        for (int i = 0; i < leaves.size(); i++) {
            if (Split.isBetter(leaves.get(i).split, split)) {
                split = leaves.get(i).split;
                best = i;
            }
        }
        return best;
    }

    private Leaf[] split(Leaf leaf, BinnedTree tree) {
        Split split = leaf.split;
        if (split == null) {
            throw new IllegalStateException("a leaf without a split was chosen");
        }
        int middle = order.part(leaf.from, leaf.to, split);
        int left = tree.add();
        int right = tree.add();
        boolean missingLeft = order.hasMissing(leaf.from, leaf.to, split.feature()) ? split.missingLeft()
                : middle - leaf.from > leaf.to - middle;
        tree.split(leaf.node, split.feature(), split.code(), missingLeft, left, right);
        if (split.levels() != null) {
            tree.levels(leaf.node, split.levels());
        }
        double otherGradient = leaf.gradient - split.gradient();
        double otherCurvature = leaf.curvature - split.curvature();
        double low = leaf.low;
        double high = leaf.high;
        int direction = rules.direction(split.feature());
        double between = direction == 0 ? 0 : (Math.clamp(rules.value(split.gradient(), split.curvature()), low, high)
                + Math.clamp(rules.value(otherGradient, otherCurvature), low, high)) / 2;
        return new Leaf[] {
                new Leaf(left, leaf.from, middle, leaf.depth + 1, new Leaf.Sums(split.gradient(), split.curvature()),
                        direction < 0 ? between : low, direction > 0 ? between : high),
                new Leaf(right, middle, leaf.to, leaf.depth + 1, new Leaf.Sums(otherGradient, otherCurvature),
                        direction > 0 ? between : low, direction < 0 ? between : high)};
    }

    // The smaller child is counted; the larger one is what is left of the parent.
    private void prepareBoth(Leaf parent, Leaf[] children, float[] gradients, SplitSearch search) {
        Leaf small = children[0].rows() <= children[1].rows() ? children[0] : children[1];
        Leaf large = small.equals(children[0]) ? children[1] : children[0];
        double[] own = parent.histogram;
        parent.histogram = null;
        if (!mayGrow(large) && !mayGrow(small)) {
            histograms.giveBack(own);
            return;
        }
        prepare(small, null, gradients, search);
        double[] counted = small.histogram;
        if (own != null && counted != null) {
            histograms.subtract(own, counted);
            prepare(large, own, gradients, search);
        } else {
            histograms.giveBack(own);
            prepare(large, null, gradients, search);
        }
        if (small.split == null) {
            histograms.giveBack(counted);
            small.histogram = null;
        }
    }

    private boolean mayGrow(Leaf leaf) {
        return leaf.depth < rules.depth() && leaf.rows() >= 2 * rules.leafRows();
    }

    private void prepare(Leaf leaf, double @Nullable [] histogram, float[] gradients, SplitSearch search) {
        double[] kept = histogram == null ? histograms.take() : histogram;
        double[] own = kept == null ? histograms.passing() : kept;
        if (histogram == null) {
            histograms.count(order.rows(), leaf.from, leaf.to, gradients, own);
        }
        leaf.histogram = kept;
        leaf.split = mayGrow(leaf) ? search.best(leaf, own) : null;
    }

    static int[] drawColumns(int width, double share, RandomGenerator random) {
        int wanted = (int) Math.max(1, Math.round(share * width));
        int[] all = new int[width];
        Arrays.setAll(all, feature -> feature);
        if (wanted >= width) {
            return all;
        }
        for (int i = 0; i < wanted; i++) {
            int other = i + random.nextInt(width - i);
            int kept = all[i];
            all[i] = all[other];
            all[other] = kept;
        }
        int[] drawn = Arrays.copyOf(all, wanted);
        Arrays.sort(drawn);
        return drawn;
    }
}
