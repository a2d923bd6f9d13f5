package lathe.engine.adapter.smile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.learn.SearchSpace;
import lathe.engine.learn.SearchSpace.Real;
import lathe.engine.learn.SearchSpace.Whole;
import lathe.engine.learn.Target;
import lathe.engine.provenance.Seed;
import lathe.scoring.Matrix;
import lathe.scoring.form.Form;
import lathe.scoring.form.Link;

/// Random forest: the mean of trees grown on bootstrap rows, each split choosing among a few random features.
///
/// Classes are voted for softly: leaves hold class shares, and these are averaged. Smile's own forest class is not used: it
/// cannot be stopped, weights trees by a figure nobody asked for, and takes seeds from the thread it happens to run on. Here
/// each tree has its own seed, and a passed deadline gives the trees grown so far.
///
/// Source: L. Breiman, "Random Forests", Machine Learning 45 (2001).
public final class ForestLearner implements Learner {

    /// Rows used at most; more are thinned by lot. Smile's time for a tree has a part that grows with rows × nodes.
    public static final int ROW_LIMIT = 50_000;

    private static final int DEPTH = 40;

    @Override
    public String id() {
        return "forest";
    }

    @Override
    public Preparation preparation() {
        return Preparation.TREES;
    }

    @Override
    public Optional<String> refusal(DataShape shape) {
        return Optional.empty();
    }

    @Override
    public SearchSpace space(DataShape shape) {
        boolean classes = shape.task().isClassification();
        List<SearchSpace.Parameter> parameters = new ArrayList<>();
        parameters.add(new Whole("trees", 25, 300, 100, true));
        parameters.add(new Whole("leaf_rows", 1, 20, leafRows(shape), true));
        parameters.add(new Real("columns", 0.05, 1, classes ? rootShare(shape) : 0.6, true));
        if (!classes) {
            parameters.add(TargetScale.CHOICE);
        }
        return new SearchSpace(parameters);
    }

    // Large tables give large trees; leaves that grow with them keep a saved forest at some megabytes.
    private static int leafRows(DataShape shape) {
        return Math.clamp(shape.rows() / 8000, 2, 8);
    }

    private static double rootShare(DataShape shape) {
        return Math.clamp(1 / Math.sqrt(Math.max(1, shape.features())), 0.05, 1);
    }

    @Override
    public double expectedSeconds(DataShape shape, Hyperparameters hyperparameters) {
        double rows = Math.min(ROW_LIMIT, shape.rows());
        double perRow = (6 + hyperparameters.number("columns") * shape.features()) * Math.log(rows + 1);
        return 0.1 + 1.2e-8 * hyperparameters.number("trees") * rows * perRow;
    }

    @Override
    public Form fit(Matrix features, Target target, Hyperparameters hyperparameters, FitContext context) {
        FitRows rows = FitRows.atMost(ROW_LIMIT, features, target, context.seed());
        int columns = (int) Math.max(1, Math.round(hyperparameters.number("columns") * features.width()));
        TreeGrower grower = new TreeGrower(CodedFeatures.of(rows.columns()), DEPTH, Integer.MAX_VALUE,
                hyperparameters.whole("leaf_rows"), columns);
        if (target.task().isClassification()) {
            int k = target.classCount();
            int[] classes = rows.target().toClassArray();
            List<GrownTree> trees = grow(classes.length, hyperparameters, context,
                    (counts, seed) -> grower.classification(classes, k, counts, seed));
            return GrownTree.join(trees, new int[0], 1, new double[k], Link.NORMALISE);
        }
        TargetScale scale = TargetScale.of(rows.target(), hyperparameters.choice("target"));
        NewtonLeaves squares = NewtonLeaves.means(scale.values());
        List<GrownTree> trees = grow(scale.values().length, hyperparameters, context,
                (counts, seed) -> grower.regression(squares, counts, seed));
        return GrownTree.join(trees, new int[0], 1.0 / trees.size(), new double[1], scale.link());
    }

    /// Grows one tree on rows taken `counts` times.
    private interface Growth {
        GrownTree grow(int[] counts, Seed seed);
    }

    /// At least one tree, whatever the deadline says.
    private static List<GrownTree> grow(int rows, Hyperparameters hyperparameters, FitContext context, Growth growth) {
        int wanted = hyperparameters.whole("trees");
        List<GrownTree> trees = new ArrayList<>(wanted);
        while (trees.size() < wanted && (trees.isEmpty() || !context.mustStop())) {
            Seed seed = context.seed().child("tree", trees.size());
            trees.add(growth.grow(bootstrap(rows, seed.child("bootstrap", 0).random()), seed));
        }
        return trees;
    }

    private static int[] bootstrap(int rows, RandomGenerator random) {
        int[] counts = new int[rows];
        for (int i = 0; i < rows; i++) {
            counts[random.nextInt(rows)]++;
        }
        return counts;
    }
}
