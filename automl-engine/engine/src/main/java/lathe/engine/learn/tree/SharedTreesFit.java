package lathe.engine.learn.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import lathe.engine.learn.FitContext;
import lathe.scoring.form.Trees;

/// One fit of boosted trees whose leaves answer for all raw sums at once, so that a row walks down one tree of a round in place of
/// one for each class.
///
/// A tree's questions are those of a mixture of the sums, drawn anew for each tree; each of its leaves then holds the Newton step of
/// every sum. Source: L. Iosipoi, A. Vakhrushev, "SketchBoost: Fast Gradient Boosted Decision Tree for Multioutput Problems" (2022),
/// random projection to one output.
///
/// All rounds are fitted: rows × rounds × (sums + features) steps, and 16 bytes of memory for each row and sum.
final class SharedTreesFit {

    private final BinnedMatrix matrix;
    private final Loss loss;
    private final BoostingRules rules;
    private final FitContext context;
    private final TreeGrower grower;
    private final double[][] raw;
    private final float[] ofSum;
    private final float[] gradients;   // row by row, gradient and curvature of each sum by turns
    private final float[] mixed;
    private final DrawnRows drawn;
    private double rate;

    SharedTreesFit(BinnedMatrix matrix, Loss loss, BoostingRules rules, FitContext context) {
        this.matrix = matrix;
        this.loss = loss;
        this.rules = rules;
        this.context = context;
        this.grower = new LeafWiseGrower(matrix, rules.growth(), context::mustStop);
        double[] base = loss.base();
        this.raw = new double[base.length][matrix.rows()];
        for (int sum = 0; sum < base.length; sum++) {
            Arrays.fill(raw[sum], base[sum]);
        }
        this.ofSum = new float[2 * matrix.rows()];
        this.gradients = new float[Math.multiplyExact(2 * base.length, matrix.rows())];
        this.mixed = new float[2 * matrix.rows()];
        this.drawn = new DrawnRows(IntStream.range(0, matrix.rows()).toArray(), rules.rows(), matrix.rows());
    }

    /// A tree for each round, or fewer when time is up.
    Trees form() {
        List<BinnedTree> trees = new ArrayList<>();
        RateSchedule schedule = new RateSchedule(rules.rounds(), rules.learningRate(), context.deadline());
        while (trees.size() < rules.rounds() && !schedule.hasArrived() && !context.mustStop()) {
            rate = schedule.next(trees.size());
            trees.add(round(context.seed().child("round", trees.size()).random()));
        }
        return TreesJoin.join(matrix, trees, new int[0], 1, loss.base(), loss.link());
    }

    private BinnedTree round(RandomGenerator random) {
        loss.observe(raw);
        mix(direction(random));
        TreeGrower.Grown grown = grower.grow(0, drawn.draw(random), mixed, random);
        for (Leaf leaf : grown.leaves()) {
            grown.tree().value(leaf.node, steps(leaf, grown.order().rows()));
        }
        for (Leaf leaf : grown.leaves()) {
            for (int i = leaf.from; i < leaf.to; i++) {
                add(grown.order().rows()[i], grown.tree().value(leaf.node));
            }
        }
        for (int row = 0; row < matrix.rows(); row++) {
            if (!drawn.holds(row)) {
                add(row, grown.tree().value(grown.tree().leaf(matrix, row)));
            }
        }
        return grown.tree();
    }

    // Of length 1, so that curvatures are those of a single sum.
    private double[] direction(RandomGenerator random) {
        double[] direction = new double[raw.length];
        double length = 0;
        for (int sum = 0; sum < direction.length; sum++) {
            direction[sum] = random.nextGaussian();
            length += direction[sum] * direction[sum];
        }
        for (int sum = 0; sum < direction.length; sum++) {
            direction[sum] /= Math.sqrt(length);
        }
        return direction;
    }

    private void mix(double[] direction) {
        Arrays.fill(mixed, 0);
        for (int sum = 0; sum < direction.length; sum++) {
            loss.gradients(sum, ofSum);
            float share = (float) direction[sum];
            int to = 2 * sum;
            for (int at = 0; at < mixed.length; at += 2) {
                mixed[at] += share * ofSum[at];
                mixed[at + 1] += share * share * ofSum[at + 1];
                gradients[to] = ofSum[at];
                gradients[to + 1] = ofSum[at + 1];
                to += 2 * direction.length;
            }
        }
    }

    private double[] steps(Leaf leaf, int[] order) {
        double[] sums = new double[2 * raw.length];
        for (int i = leaf.from; i < leaf.to; i++) {
            int row = order[i] * sums.length;
            for (int at = 0; at < sums.length; at++) {
                sums[at] += gradients[row + at];
            }
        }
        double[] steps = new double[raw.length];
        Arrays.setAll(steps, sum -> rate * rules.growth().value(sums[2 * sum], sums[2 * sum + 1]));
        return steps;
    }

    private void add(int row, double[] steps) {
        for (int sum = 0; sum < steps.length; sum++) {
            raw[sum][row] += steps[sum];
        }
    }
}
