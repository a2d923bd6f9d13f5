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
import lathe.engine.learn.SearchSpace.Whole;
import lathe.engine.learn.Target;
import lathe.engine.learn.TargetScale;
import lathe.scoring.Matrix;
import lathe.scoring.form.Form;

/// One tree, small enough to be read. Source: L. Breiman et al., "Classification and Regression Trees" (1984).
public final class TreeLearner implements Learner {

    private static final int BINS = 255;
    private static final double SMOOTHING = 1;

    @Override
    public String id() {
        return "tree";
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
        List<SearchSpace.Parameter> parameters = new ArrayList<>();
        parameters.add(new Whole("depth", 1, 10, 5, false));
        parameters.add(new Whole("leaf_rows", 1, 200, 20, true));
        if (!shape.task().isClassification()) {
            parameters.add(TargetScale.CHOICE);
        }
        return new SearchSpace(parameters);
    }

    @Override
    public double expectedSeconds(DataShape shape, Hyperparameters hyperparameters) {
        return 0.02 + 4e-8 * shape.rows() * shape.features();
    }

    @Override
    public boolean countsWeights() {
        return true;
    }

    @Override
    public Form fit(Matrix features, Target target, Hyperparameters hyperparameters, FitContext context) {
        BinnedMatrix matrix = BinnedMatrix.of(FiniteFeatures.requireOrMissing(features, target), BINS);
        ForestRules rules = new ForestRules(hyperparameters.whole("depth"), hyperparameters.whole("leaf_rows"),
                features.width(), false, Monotone.signs(features.names(), context.directions()));
        ForestFit fit = new ForestFit(matrix, target, false, context);
        return target.task().isClassification() ? fit.classes(1, rules, SMOOTHING, false)
                : fit.numbers(1, rules, TargetScale.of(target, hyperparameters.choice("target")));
    }
}
