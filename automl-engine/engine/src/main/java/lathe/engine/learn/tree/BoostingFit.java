package lathe.engine.learn.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.RowDraw;
import lathe.engine.learn.Target;
import lathe.engine.provenance.Seed;
import lathe.scoring.form.Trees;

/// One fit of boosted trees, with everything that changes while it runs.
///
/// From [#EARLY_STOPPING_ROWS] rows on, a part of them (the same share of each class) is held back. When their loss has not
/// fallen for long, the fit ends and keeps the rounds up to the best; how long is enough grows with the rounds it took to
/// get there and with small steps.
///
/// When the rounds it is likely to need do not fit the time, it takes larger steps: a fit cut off half-way down is worse
/// than one that came down quickly. So does one whose number of rounds is told ([RateSchedule]).
final class BoostingFit {

    static final int EARLY_STOPPING_ROWS = 120;
    private static final double HELD_BACK = 0.125;
    private static final double ROWS_TO_JUDGE_BY = 60;
    private static final int PATIENCE = 20;
    private static final double PATIENCE_SHARE = 0.3;
    /// Steps are never lengthened beyond this.
    static final double FASTEST = 0.15;
    private static final double USUAL_DISTANCE = 8;   // rounds times learning rate
    private static final double TIME_SHARE = 0.85;

    private final BinnedMatrix matrix;
    private final Loss loss;
    private final BoostingRules rules;
    private final FitContext context;
    private final TreeGrower grower;
    private final int[] heldBack;
    private final int[] fitted;
    private final DrawnRows drawn;
    private final double[][] raw;
    private final float[] gradients;
    private double rate;
    private int best;

    /// What grows its trees.
    interface Growing {
        /// @param fitted   rows that are learnt from
        /// @param mustStop to be asked at every split
        TreeGrower grower(int[] fitted, BooleanSupplier mustStop);
    }

    BoostingFit(BinnedMatrix matrix, Target target, Loss loss, BoostingRules rules, FitContext context, Growing growing) {
        int n = matrix.rows();
        this.matrix = matrix;
        this.loss = loss;
        this.rules = rules;
        this.context = context;
        this.heldBack = !rules.stopsEarly() || n < EARLY_STOPPING_ROWS ? new int[0]
                : RowDraw.share(target, Math.clamp(ROWS_TO_JUDGE_BY / n, HELD_BACK, 2 * HELD_BACK), context.seed().child("held-back", 0));
        this.fitted = RowDraw.others(n, heldBack);
        this.grower = growing.grower(fitted, context::mustStop);
        this.drawn = new DrawnRows(fitted, rules.rows(), n);
        this.gradients = new float[2 * n];
        this.rate = rules.learningRate();
        double[] base = loss.base();
        this.raw = new double[base.length][n];
        for (int sum = 0; sum < base.length; sum++) {
            Arrays.fill(raw[sum], base[sum]);
        }
    }

    /// Trees of a fit that stops by itself.
    static double usualTrees(DataShape shape, Hyperparameters hyperparameters) {
        double rounds = Math.min(hyperparameters.number("rounds"), 15 / hyperparameters.number("learning_rate"));
        return rounds * (shape.classes() > 2 ? shape.classes() : 1);
    }

    /// Seconds with the longest steps it would take.
    static double leastSeconds(double expected, Hyperparameters hyperparameters) {
        return expected * Math.min(1, hyperparameters.number("learning_rate") / FASTEST);
    }

    Trees form() {
        List<BinnedTree> trees = new ArrayList<>();
        double least = heldBack.length > 0 ? loss.mean(raw, heldBack) : Double.POSITIVE_INFINITY;
        long begin = System.nanoTime();
        RateSchedule schedule = new RateSchedule(rules.rounds(), rules.learningRate(), context.deadline());
        for (int round = 0; round < rules.rounds() && !schedule.hasArrived() && !context.mustStop(); round++) {
            if (!rules.stopsEarly()) {
                rate = schedule.next(round);
            } else if (round >= 4 && Integer.bitCount(round) == 1) {
                fitStepsToTime(round, (System.nanoTime() - begin) / 1e9);
            }
            List<BinnedTree> grown = round(context.seed().child("round", round));
            if (grown.size() < raw.length) {
                break;
            }
            trees.addAll(grown);
            double now = heldBack.length > 0 ? loss.mean(raw, heldBack) : Double.NEGATIVE_INFINITY;
            if (now < least || heldBack.length == 0) {
                least = now;
                best = round + 1;
            } else if (round + 1 - best > patience()) {
                break;
            }
        }
        List<BinnedTree> kept = trees.subList(0, best * raw.length);
        int[] targets = new int[kept.size()];
        Arrays.setAll(targets, tree -> tree % raw.length);
        return TreesJoin.join(matrix, kept, targets, 1, loss.base(), loss.link());
    }

    private void fitStepsToTime(int round, double seconds) {
        double affordable = TIME_SHARE * context.deadline().secondsLeft() * round / seconds;
        double needed = Math.min(rules.rounds() - round, USUAL_DISTANCE / rate - round);
        if (needed > affordable) {
            rate = Math.max(rate, Math.min(FASTEST, rate * needed / Math.max(1, affordable)));
        }
    }

    /// Whether steps were lengthened to come to an end in time.
    boolean hurried() {
        return rate > rules.learningRate();
    }

    /// Rounds of the form.
    int rounds() {
        return best;
    }

    /// Whether rows were held back to find the number of rounds.
    boolean heldBack() {
        return heldBack.length > 0;
    }

    private double patience() {
        return PATIENCE + PATIENCE_SHARE * best + 1 / rate;
    }

    /// A tree for each raw sum, or fewer when time is up.
    private List<BinnedTree> round(Seed seed) {
        RandomGenerator random = seed.random();
        int[] rows = drawn.draw(random);
        loss.observe(raw);
        List<BinnedTree> grown = new ArrayList<>(raw.length);
        for (int sum = 0; sum < raw.length; sum++) {
            if (context.mustStop()) {
                return grown;
            }
            loss.gradients(sum, gradients);
            TreeGrower.Grown tree = grower.grow(sum, rows, gradients, random);
            finish(tree, raw[sum]);
            add(tree, raw[sum], rows);
            grown.add(tree.tree());
        }
        return grown;
    }

    private void finish(TreeGrower.Grown tree, double[] sums) {
        for (Leaf leaf : tree.leaves()) {
            double step = tree.tree().value(leaf.node)[0];
            double value = loss.leaf(tree.order().rows(), leaf.from, leaf.to, sums, step);
            tree.tree().value(leaf.node, rate * value);
        }
        MonotoneLeaves.enforce(tree.tree(), rules.growth().monotone(), 0);
    }

    // Rows the tree was grown on stand leaf by leaf; all others walk down.
    private void add(TreeGrower.Grown grown, double[] sums, int[] rows) {
        int[] order = grown.order().rows();
        for (Leaf leaf : grown.leaves()) {
            double value = grown.tree().value(leaf.node)[0];
            for (int i = leaf.from; i < leaf.to; i++) {
                sums[order[i]] += value;
            }
        }
        if (rows.length < fitted.length) {
            for (int row : fitted) {
                if (!drawn.holds(row)) {
                    sums[row] += grown.tree().value(grown.tree().leaf(matrix, row))[0];
                }
            }
        }
        for (int row : heldBack) {
            sums[row] += grown.tree().value(grown.tree().leaf(matrix, row))[0];
        }
    }
}
