package lathe.engine.adapter.smile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Target;
import lathe.engine.provenance.Seed;
import lathe.scoring.form.Trees;

/// One fit of [BoostingLearner], with everything that changes while it runs.
final class BoostingRun {

    private static final double HELD_BACK = 0.125;
    private static final int DEPTH = 24;

    private final double[][] columns;
    private final Hyperparameters hyperparameters;
    private final FitContext context;
    private final BoostingLoss loss;
    private final TreeGrower grower;
    private final int[] heldBack;
    private final int[] fitted;
    private final double[][] raw;
    private final double[] descent;
    private final double[] curvature;

    BoostingRun(FitRows rows, Hyperparameters hyperparameters, FitContext context) {
        Target target = rows.target();
        int n = target.rows();
        this.columns = rows.columns();
        this.hyperparameters = hyperparameters;
        this.context = context;
        this.loss = BoostingLoss.of(target, TargetScale.of(target,
                target.task().isClassification() ? "plain" : hyperparameters.choice("target")));
        this.heldBack = n < BoostingLearner.EARLY_STOPPING_ROWS ? new int[0]
                : FitRows.draw(target, HELD_BACK, context.seed().child("held-back", 0));
        this.fitted = others(n, heldBack);
        this.grower = grower();
        this.descent = new double[n];
        this.curvature = new double[n];
        double[] base = loss.base();
        this.raw = new double[base.length][n];
        for (int sum = 0; sum < base.length; sum++) {
            Arrays.fill(raw[sum], base[sum]);
        }
    }

    private TreeGrower grower() {
        int width = columns.length;
        int tried = (int) Math.max(1, Math.round(hyperparameters.number("columns") * width));
        int leafRows = Math.min(hyperparameters.whole("leaf_rows"), Math.max(1, fitted.length / 10));
        return new TreeGrower(CodedFeatures.of(columns), DEPTH, hyperparameters.whole("leaves"), leafRows, tried);
    }

    private static int[] others(int n, int[] rows) {
        boolean[] taken = new boolean[n];
        for (int row : rows) {
            taken[row] = true;
        }
        int[] rest = new int[n - rows.length];
        int count = 0;
        for (int row = 0; row < n; row++) {
            if (!taken[row]) {
                rest[count++] = row;
            }
        }
        return rest;
    }

    Trees form() {
        int wanted = hyperparameters.whole("rounds");
        List<GrownTree> trees = new ArrayList<>();
        double least = heldBack.length > 0 ? loss.mean(raw, heldBack) : Double.POSITIVE_INFINITY;
        int best = 0;
        for (int round = 0; round < wanted; round++) {
            List<GrownTree> grown = round(round);
            if (grown.size() < raw.length) {
                break;
            }
            trees.addAll(grown);
            add(grown);
            double now = heldBack.length > 0 ? loss.mean(raw, heldBack) : Double.NEGATIVE_INFINITY;
            if (now < least || heldBack.length == 0) {
                least = now;
                best = round + 1;
            } else if (round + 1 - best >= BoostingLearner.PATIENCE) {
                break;
            }
        }
        List<GrownTree> kept = trees.subList(0, best * raw.length);
        int[] targets = new int[kept.size()];
        Arrays.setAll(targets, tree -> tree % raw.length);
        return GrownTree.join(kept, targets, 1, loss.base(), loss.link());
    }

    /// A tree for each raw sum, or fewer when time is up.
    private List<GrownTree> round(int round) {
        Seed seed = context.seed().child("round", round);
        int[] counts = part(seed.child("rows", 0).random());
        loss.observe(raw);
        List<GrownTree> grown = new ArrayList<>(raw.length);
        for (int sum = 0; sum < raw.length && !context.mustStop(); sum++) {
            loss.derive(sum, descent, curvature);
            NewtonLeaves leaves = new NewtonLeaves(descent, curvature, hyperparameters.number("learning_rate"),
                    hyperparameters.number("l2"));
            grown.add(grower.regression(leaves, counts, seed.child("tree", sum)));
        }
        return grown;
    }

    private int[] part(RandomGenerator random) {
        double share = hyperparameters.number("rows");
        int[] counts = new int[descent.length];
        int taken = 0;
        for (int row : fitted) {
            counts[row] = random.nextDouble() < share ? 1 : 0;
            taken += counts[row];
        }
        if (taken == 0) {
            counts[fitted[0]] = 1;
        }
        return counts;
    }

    private void add(List<GrownTree> grown) {
        for (int sum = 0; sum < grown.size(); sum++) {
            GrownTree tree = grown.get(sum);
            for (int row = 0; row < descent.length; row++) {
                raw[sum][row] += tree.predict(columns, row);
            }
        }
    }
}
