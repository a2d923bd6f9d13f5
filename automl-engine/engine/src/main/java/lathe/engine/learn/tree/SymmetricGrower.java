package lathe.engine.learn.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Grows trees whose leaves all ask the same question at the same depth.
///
/// Such trees are poor learners one by one, and hard to overfit with. Which question is asked is found on rows weighted by
/// lot; leaf values come from all rows alike. Source: L. Prokhorenkova et al., "CatBoost" (2018); A. Dorogush et al.,
/// "CatBoost: gradient boosting with categorical features support" (2018).
final class SymmetricGrower implements TreeGrower {

    private static final double[] NOT_COUNTED = {};
    private static final int USUAL_NODES = 64;

    private final StatisticsView view;
    private final SymmetricRules rules;
    private final GrowthRules growth;
    private final Histograms histograms;
    private final RowOrder order;
    private final float[] weighted;
    private final BooleanSupplier mustStop;

    /// @param pool shared with growers that do not grow at the same time
    SymmetricGrower(StatisticsView view, SymmetricRules rules, Histograms.Pool pool, BooleanSupplier mustStop) {
        this.view = view;
        this.rules = rules;
        this.growth = rules.growth();
        this.histograms = new Histograms(view.matrix(), pool);
        this.order = new RowOrder(view.matrix());
        this.weighted = new float[2 * view.matrix().rows()];
        this.mustStop = mustStop;
    }

    /// A node of the level that is grown next.
    private record Open(int node, int from, int to, double[] sums) { }

    /// @param gain of all leaves together
    private record Question(int feature, int code, boolean missingLeft, double gain) { }

    @Override
    public Grown grow(int sum, int[] rows, float[] gradients, RandomGenerator random) {
        order.start(rows, rows.length);
        histograms.use(LeafWiseGrower.drawColumns(view.matrix().width(), rules.columns(), random));
        weigh(rows, gradients, random);
        BinnedTree tree = new BinnedTree(Math.min(2 << rules.depth(), USUAL_NODES));
        List<Open> level = new ArrayList<>();
        double[] sums = own(histograms.take());
        histograms.count(order.rows(), 0, rows.length, weighted, sums);
        level.add(new Open(tree.add(), 0, rows.length, sums));
        for (int depth = 0; depth < rules.depth() && !mustStop.getAsBoolean(); depth++) {
            Question question = best(level, random);
            if (question == null) {
                break;
            }
            level = ask(question, level, tree, depth + 1 < rules.depth());
        }
        List<Leaf> leaves = new ArrayList<>();
        for (Open open : level) {
            if (open.sums().length > 0) {
                histograms.giveBack(open.sums());
            }
            leaves.add(leaf(open, tree, gradients));
        }
        return new Grown(tree, leaves, order);
    }

    // A complete level needs all its sums at once, so they are made however much memory is held already.
    private double[] own(double @Nullable [] taken) {
        return taken != null ? taken : new double[histograms.passing().length];
    }

    private void weigh(int[] rows, float[] gradients, RandomGenerator random) {
        for (int row : rows) {
            float weight = rules.temperature() == 0 ? 1
                    : (float) Math.pow(-Math.log(1 - random.nextDouble()), rules.temperature());
            weighted[2 * row] = weight * gradients[2 * row];
            weighted[2 * row + 1] = weight * gradients[2 * row + 1];
        }
    }

    private @Nullable Question best(List<Open> level, RandomGenerator random) {
        Question best = null;
        for (int feature : histograms.used()) {
            for (boolean missingLeft : view.matrix().hasMissing(feature) ? new boolean[] {true, false} : new boolean[] {true}) {
                Question question = best(level, feature, missingLeft, random);
                if (question != null && (best == null || question.gain() > best.gain())) {
                    best = question;
                }
            }
        }
        return best;
    }

    private @Nullable Question best(List<Open> level, int feature, boolean missingLeft, RandomGenerator random) {
        int last = view.matrix().codes(feature) - 2;   // the last bin always goes right
        double[] worth = new double[Math.max(0, last + 1)];
        double before = 0;
        for (Open open : level) {
            before += add(open.sums(), histograms.offset(feature), missingLeft ? 0 : 1, worth);
        }
        Question best = null;
        for (int code = missingLeft ? 0 : 1; code <= last; code++) {
            double gain = (worth[code] - before) * (1 + rules.noise() * random.nextGaussian());
            if (worth[code] - before > 1e-9 * (1 + before) && (best == null || gain > best.gain())) {
                best = new Question(feature, code, missingLeft, gain);
            }
        }
        return best;
    }

    // What each cut of one leaf is worth; the codes before the first one go right.
    private double add(double[] sums, int offset, int first, double[] worth) {
        int last = worth.length - 1;
        double allGradient = 0;
        double allCurvature = 0;
        for (int code = 0; code <= last + 1; code++) {
            allGradient += sums[offset + 2 * code];
            allCurvature += sums[offset + 2 * code + 1];
        }
        double gradient = 0;
        double curvature = 0;
        for (int code = first; code <= last; code++) {
            gradient += sums[offset + 2 * code];
            curvature += sums[offset + 2 * code + 1];
            worth[code] += growth.worth(gradient, curvature) + growth.worth(allGradient - gradient, allCurvature - curvature);
        }
        return growth.worth(allGradient, allCurvature);
    }

    private List<Open> ask(Question question, List<Open> level, BinnedTree tree, boolean more) {
        Split split = new Split(question.feature(), question.code(), null, question.missingLeft(), question.gain(), 0, 0);
        List<Open> next = new ArrayList<>(2 * level.size());
        boolean someMissing = view.matrix().hasMissing(question.feature());
        for (Open open : level) {
            int middle = order.part(open.from(), open.to(), split);
            if (middle == open.from() || middle == open.to()) {
                next.add(open);   // nobody would learn what the other side answers
                continue;
            }
            int left = tree.add();
            int right = tree.add();
            boolean missingLeft = someMissing ? question.missingLeft() : middle - open.from() > open.to() - middle;
            view.ask(tree, open.node(), new StatisticsView.Asked(question.feature(), question.code(), missingLeft), left, right);
            next.addAll(children(open, middle, left, right, more));
        }
        return next;
    }

    private List<Open> children(Open open, int middle, int left, int right, boolean more) {
        double[] own = open.sums();
        if (!more) {
            return List.of(new Open(left, open.from(), middle, own), new Open(right, middle, open.to(), NOT_COUNTED));
        }
        double[] counted = own(histograms.take());
        boolean leftSmall = middle - open.from() <= open.to() - middle;
        histograms.count(order.rows(), leftSmall ? open.from() : middle, leftSmall ? middle : open.to(), weighted, counted);
        histograms.subtract(own, counted);
        return List.of(new Open(left, open.from(), middle, leftSmall ? counted : own),
                new Open(right, middle, open.to(), leftSmall ? own : counted));
    }

    private Leaf leaf(Open open, BinnedTree tree, float[] gradients) {
        double gradient = 0;
        double curvature = 0;
        int[] rows = order.rows();
        for (int i = open.from(); i < open.to(); i++) {
            gradient += gradients[2 * rows[i]];
            curvature += gradients[2 * rows[i] + 1];
        }
        Leaf leaf = new Leaf(open.node(), open.from(), open.to(), rules.depth(), new Leaf.Sums(gradient, curvature),
                Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        tree.value(open.node(), leaf.value(growth));
        return leaf;
    }
}
