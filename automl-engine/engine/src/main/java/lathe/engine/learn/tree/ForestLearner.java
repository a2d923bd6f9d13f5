package lathe.engine.learn.tree;

import java.util.ArrayList;
import java.util.List;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FiniteFeatures;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.learn.Monotone;
import lathe.engine.learn.SearchSpace;
import lathe.engine.learn.SearchSpace.Choice;
import lathe.engine.learn.SearchSpace.Real;
import lathe.engine.learn.SearchSpace.Whole;
import lathe.engine.learn.Target;
import lathe.engine.learn.TargetScale;
import lathe.scoring.Matrix;
import lathe.scoring.form.Form;

/// A forest on a binned matrix: deep trees that differ by lot, and their mean.
///
/// A random forest differs by its rows and by the features asked at each split; extra trees ask at random cuts of all rows.
/// Sources: L. Breiman, "Random Forests" (2001); P. Geurts et al., "Extremely randomized trees" (2006).
public final class ForestLearner implements Learner {

    private static final double BYTES_OF_TWO_NODES = 60;
    private static final int BINS = 255;
    // Five folds are averaged, so this is a forest of five times as many.
    private static final int TREES = 75;

    private final boolean extra;

    private ForestLearner(boolean extra) {
        this.extra = extra;
    }

    public static ForestLearner random() {
        return new ForestLearner(false);
    }

    public static ForestLearner extraTrees() {
        return new ForestLearner(true);
    }

    @Override
    public String id() {
        return extra ? "extra_trees" : "forest";
    }

    @Override
    public Preparation preparation() {
        return Preparation.TREES_WITH_MISSING;
    }

    @Override
    public boolean keepsDirections() {
        return true;
    }

    @Override
    public SearchSpace space(DataShape shape) {
        boolean classes = shape.task().isClassification();
        List<SearchSpace.Parameter> parameters = new ArrayList<>();
        parameters.add(new Whole("trees", 25, 500, TREES, true));
        parameters.add(new Whole("leaf_rows", 1, 40, leafRows(shape), true));
        parameters.add(new Real("columns", 0.05, 1, classes ? rootShare(shape) : extra ? 0.9 : 0.6, true));
        parameters.add(new Whole("depth", 4, 60, 60, false));
        if (classes) {
            parameters.add(new Real("smoothing", 0.01, 2, 0.3, true));
            parameters.add(new Choice("purity", List.of("gini", "entropy"), "gini"));
        } else {
            parameters.add(TargetScale.CHOICE);
        }
        return new SearchSpace(parameters);
    }

    // Large tables give large trees, and many classes large leaves; leaves that hold more rows there keep a saved forest at
    // some megabytes.
    private static int leafRows(DataShape shape) {
        int classes = Math.max(2, shape.classes());
        return Math.clamp((long) shape.rows() * classes / 16_000, 1, 25);
    }

    private static double rootShare(DataShape shape) {
        return Math.clamp(1 / Math.sqrt(Math.max(1, shape.features())), 0.05, 1);
    }

    // Bins of a byte, and the leaves of all trees, each with its shares and the two nodes it needs.
    @Override
    public double workingBytes(DataShape shape, Hyperparameters hyperparameters) {
        double leaves = (double) shape.rows() / hyperparameters.whole("leaf_rows") * hyperparameters.whole("trees");
        return (double) shape.rows() * (shape.features() + 16) + leaves * (BYTES_OF_TWO_NODES + 8.0 * Math.max(1, shape.classes()));
    }

    @Override
    public double expectedSeconds(DataShape shape, Hyperparameters hyperparameters) {
        double columns = Math.max(1, hyperparameters.number("columns") * shape.features());
        double levels = Math.log(shape.rows() / hyperparameters.number("leaf_rows") + 2) / Math.log(2);
        double reads = shape.rows() * columns * levels;
        return 0.05 + 2e-8 * shape.rows() * shape.features() + 4e-9 * hyperparameters.number("trees") * reads;
    }

    @Override
    public boolean countsWeights() {
        return true;
    }

    @Override
    public Form fit(Matrix features, Target target, Hyperparameters hyperparameters, FitContext context) {
        BinnedMatrix matrix = BinnedMatrix.of(FiniteFeatures.requireOrMissing(features, target), BINS);
        int columns = (int) Math.max(1, Math.round(hyperparameters.number("columns") * features.width()));
        ForestRules rules = new ForestRules(hyperparameters.whole("depth"), hyperparameters.whole("leaf_rows"), columns, extra,
                Monotone.signs(features.names(), context.directions()));
        ForestFit fit = new ForestFit(matrix, target, !extra, context);
        int trees = hyperparameters.whole("trees");
        return target.task().isClassification()
                ? fit.classes(trees, rules, hyperparameters.number("smoothing"),
                        hyperparameters.choice("purity").equals("entropy"))
                : fit.numbers(trees, rules, TargetScale.of(target, hyperparameters.choice("target")));
    }
}
