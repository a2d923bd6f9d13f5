package lathe.engine.learn.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Target;
import lathe.engine.learn.TargetScale;
import lathe.engine.provenance.Seed;
import lathe.scoring.form.Link;
import lathe.scoring.form.Trees;

/// One fit of a forest: trees on rows drawn by lot, and their mean answer.
final class ForestFit {

    private final BinnedMatrix matrix;
    private final Target target;
    private final FitContext context;
    private final boolean bootstrap;
    private final float[] weights;

    /// @param bootstrap whether each tree gets rows drawn with replacement, not all rows
    ForestFit(BinnedMatrix matrix, Target target, boolean bootstrap, FitContext context) {
        this.matrix = matrix;
        this.target = target;
        this.bootstrap = bootstrap;
        this.context = context;
        this.weights = new float[matrix.rows()];
        for (int row = 0; row < weights.length; row++) {
            weights[row] = (float) target.weight(row);
        }
    }

    /// @param smoothing see [ClassLeaves]
    Trees classes(int trees, ForestRules rules, double smoothing, boolean entropy) {
        ClassLeaves leaves = new ClassLeaves(ClassShares.of(target), smoothing, entropy);
        Purity purity = new ClassPurity(target.toClassArray(), weights, leaves);
        return TreesJoin.join(matrix, grow(trees, purity, rules), new int[0], 1, new double[target.classCount()],
                Link.NORMALISE);
    }

    Trees numbers(int trees, ForestRules rules, TargetScale scale) {
        // Around the mean, so that sums of squares lose no digits.
        double mean = TargetScale.mean(scale.values());
        double[] centred = Arrays.stream(scale.values()).map(value -> value - mean).toArray();
        List<BinnedTree> grown = grow(trees, new ValuePurity(centred, weights), rules);
        return TreesJoin.join(matrix, grown, new int[0], 1.0 / grown.size(), new double[] {mean}, scale.link());
    }

    /// At least one tree, whatever the deadline says.
    private List<BinnedTree> grow(int wanted, Purity purity, ForestRules rules) {
        DeepGrower grower = new DeepGrower(matrix, purity, rules, context::mustStop);
        int[] all = IntStream.range(0, matrix.rows()).toArray();
        List<BinnedTree> trees = new ArrayList<>(wanted);
        while (trees.size() < wanted && (trees.isEmpty() || !context.mustStop())) {
            Seed seed = context.seed().child("tree", trees.size());
            int[] rows = bootstrap ? draw(seed.child("bootstrap", 0).random()) : all;
            BinnedTree tree = grower.grow(rows, rows.length, seed.random());
            MonotoneLeaves.enforce(tree, rules.monotone(), target.task().isClassification() ? 1 : 0);
            if (trees.isEmpty() || !context.mustStop()) {
                trees.add(tree);   // a tree that was cut off is no good beside whole ones
            }
        }
        return trees;
    }

    private int[] draw(RandomGenerator random) {
        Arrays.fill(weights, 0);
        for (int i = 0; i < weights.length; i++) {
            weights[random.nextInt(weights.length)]++;
        }
        int[] drawn = IntStream.range(0, weights.length).filter(row -> weights[row] > 0).toArray();
        for (int row : drawn) {
            weights[row] *= (float) target.weight(row);
        }
        return drawn;
    }
}
