package lathe.engine.learn.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Target;
import lathe.scoring.form.Link;
import lathe.scoring.form.Trees;

/// One fit of adaptive boosting (SAMME): a tree's weight is learning rate × (ln((1 − e) / e) + ln(k − 1)) with its share of
/// error e, and rows it is wrong about become e^weight times as heavy.
final class AdaptiveFit {

    private final BinnedMatrix matrix;
    private final Target target;
    private final FitContext context;

    AdaptiveFit(BinnedMatrix matrix, Target target, FitContext context) {
        this.matrix = matrix;
        this.target = target;
        this.context = context;
    }

    /// Trees whose leaves hold their weight for the class they vote for.
    ///
    /// @param total sum of the trees' weights
    record Grown(List<BinnedTree> trees, double total) { }

    /// At least one tree, whatever the deadline says.
    Grown grow(int wanted, int depth, int leafRows, double rate) {
        int n = target.rows();
        int k = target.classCount();
        float[] weights = new float[n];
        for (int row = 0; row < n; row++) {
            weights[row] = (float) target.weight(row);
        }
        int[] classes = target.toClassArray();
        Purity purity = new ClassPurity(classes, weights, new ClassLeaves(ClassShares.of(target), 0, false));
        DeepGrower grower = new DeepGrower(matrix, purity, new ForestRules(depth, leafRows, matrix.width(), false), context::mustStop);
        int[] all = IntStream.range(0, n).toArray();
        List<BinnedTree> trees = new ArrayList<>();
        double total = 0;
        while (trees.size() < wanted && (trees.isEmpty() || !context.mustStop())) {
            BinnedTree tree = grower.grow(all, n, context.seed().child("tree", trees.size()).random());
            boolean[] wrong = new boolean[n];
            double error = error(tree, classes, weights, wrong);
            boolean guesses = error >= 1 - 1.0 / k;
            if (!trees.isEmpty() && (guesses || context.mustStop())) {
                break;
            }
            // A tree that is never wrong ends it: no row is left to look at harder.
            double weight = error <= 0 || guesses ? 1 : rate * (Math.log((1 - error) / error) + Math.log(k - 1.0));
            vote(tree, weight, k);
            trees.add(tree);
            total += weight;
            if (error <= 0 || guesses) {
                break;
            }
            reweigh(weights, wrong, Math.exp(weight));
        }
        return new Grown(trees, total);
    }

    private double error(BinnedTree tree, int[] classes, float[] weights, boolean[] wrong) {
        double missed = 0;
        double total = 0;
        for (int row = 0; row < classes.length; row++) {
            wrong[row] = best(tree.value(tree.leaf(matrix, row))) != classes[row];
            missed += wrong[row] ? weights[row] : 0;
            total += weights[row];
        }
        return missed / total;
    }

    private static int best(double[] shares) {
        int best = 0;
        for (int c = 1; c < shares.length; c++) {
            best = shares[c] > shares[best] ? c : best;
        }
        return best;
    }

    private static void vote(BinnedTree tree, double weight, int k) {
        for (int node = 0; node < tree.nodes(); node++) {
            if (tree.isLeaf(node)) {
                double[] votes = new double[k];
                votes[best(tree.value(node))] = weight;
                tree.value(node, votes);
            }
        }
    }

    // The mean stays 1, so that rules in rows keep their meaning.
    private static void reweigh(float[] weights, boolean[] wrong, double factor) {
        double total = 0;
        for (int row = 0; row < weights.length; row++) {
            total += wrong[row] ? factor * weights[row] : weights[row];
        }
        double scale = weights.length / total;
        for (int row = 0; row < weights.length; row++) {
            weights[row] = (float) Math.max(1e-12, scale * (wrong[row] ? factor * weights[row] : weights[row]));
        }
    }

    /// @param slope what each class's share of the votes is multiplied with
    Trees join(Grown grown, double slope, double[] base, Link link) {
        return TreesJoin.join(matrix, grown.trees(), new int[0], slope / grown.total(), base, link);
    }
}
