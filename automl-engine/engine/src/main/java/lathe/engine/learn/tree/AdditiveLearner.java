package lathe.engine.learn.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FiniteFeatures;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.learn.Monotone;
import lathe.engine.learn.SearchSpace;
import lathe.engine.learn.SearchSpace.Real;
import lathe.engine.learn.SearchSpace.Whole;
import lathe.engine.learn.Target;
import lathe.scoring.Matrix;
import lathe.scoring.form.Form;

/// Explainable boosting: a sum of curves, one for each feature, and of a few surfaces over pairs of features.
///
/// The result has one tree for each term, so that a person can read each term by itself. Sources: Y. Lou et al., "Intelligible
/// Models for Classification and Regression" (2012) and "Accurate Intelligible Models with Pairwise Interactions" (2013);
/// H. Nori et al., "InterpretML" (arXiv 1909.09223).
public final class AdditiveLearner implements Learner {

    private static final double USUAL_DISTANCE = 8;   // rounds times learning rate

    @Override
    public String id() {
        return "explainable_boosting";
    }

    @Override
    public Preparation preparation() {
        return Preparation.TREES_WITH_MISSING;
    }

    @Override
    public Optional<String> refusal(DataShape shape) {
        return shape.classes() > 12 ? Optional.of("It reads well for at most 12 classes, and there are %d.".formatted(shape.classes()))
                : Optional.empty();
    }

    @Override
    public boolean keepsDirections() {
        return true;
    }

    @Override
    public boolean descendsLosses() {
        return true;
    }

    @Override
    public SearchSpace space(DataShape shape) {
        List<SearchSpace.Parameter> parameters = new ArrayList<>();
        parameters.add(new Whole("rounds", 50, 2000, 600, true));
        parameters.add(new Real("learning_rate", 0.01, 0.2, 0.04, true));
        parameters.add(new Whole("pairs", 0, 20, 6, false));
        parameters.add(new Whole("bins", 15, Bins.MOST, 127, true));
        parameters.add(new Real("leaf_weight", 1e-3, 20, 1, true));
        parameters.add(new Real("l2", 1e-3, 30, 0.3, true));
        parameters.add(new Real("level_smoothing", 0.1, 50, 5, true));
        parameters.addAll(LossChoice.parameters(shape));
        return new SearchSpace(parameters);
    }

    @Override
    public double expectedSeconds(DataShape shape, Hyperparameters hyperparameters) {
        double rounds = Math.min(hyperparameters.number("rounds"), USUAL_DISTANCE / hyperparameters.number("learning_rate"));
        double sums = shape.classes() > 2 ? shape.classes() : 1;
        double turns = rounds * (shape.features() + hyperparameters.number("pairs"));
        double exponents = shape.task().isClassification() ? 12e-9 : 2e-9;
        return 0.05 + turns * sums * (shape.rows() * (5e-9 + exponents) + 4e-9 * hyperparameters.number("bins"));
    }

    @Override
    public double leastSeconds(DataShape shape, Hyperparameters hyperparameters) {
        return expectedSeconds(shape, hyperparameters) / 2;
    }

    @Override
    public boolean countsWeights() {
        return true;
    }

    @Override
    public Form fit(Matrix features, Target target, Hyperparameters hyperparameters, FitContext context) {
        BinnedMatrix matrix = BinnedMatrix.of(FiniteFeatures.requireOrMissing(features, target), hyperparameters.whole("bins"));
        GrowthRules.LevelRules levels = new GrowthRules.LevelRules(0, 0, hyperparameters.number("level_smoothing"), 0, 0);
        GrowthRules growth = new GrowthRules(3, 2, 1, hyperparameters.number("leaf_weight"), 0, hyperparameters.number("l2"), 0, 1, 1,
                levels, false, Monotone.signs(features.names(), context.directions()));
        AdditiveFit.AdditiveRules rules = new AdditiveFit.AdditiveRules(hyperparameters.whole("rounds"),
                hyperparameters.number("learning_rate"), hyperparameters.whole("pairs"), growth);
        return new AdditiveFit(matrix, target, LossChoice.of(target, hyperparameters), rules, context).form();
    }
}
