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
import lathe.scoring.Matrix;
import lathe.scoring.form.Form;

/// Gradient boosting with symmetric trees and ordered statistics of levels.
///
/// Sources: L. Prokhorenkova et al., "CatBoost: unbiased boosting with categorical features" (2018). Differs in that raw sums
/// are kept once, not for each order, and that columns of levels are not combined with each other here (generators do that).
public final class SymmetricLearner implements Learner {

    private static final double USUAL_SHARE = 0.5;

    @Override
    public String id() {
        return "symmetric_boosting";
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
    public boolean descendsLosses() {
        return true;
    }

    @Override
    public SearchSpace space(DataShape shape) {
        List<SearchSpace.Parameter> parameters = new ArrayList<>();
        parameters.add(new Whole("rounds", 50, 4000, 1500, true));
        parameters.add(new Real("learning_rate", 0.01, 0.3, 0.07, true));
        parameters.add(new Whole("depth", 2, 10, 6, false));
        parameters.add(new Real("l2", 0.3, 30, 3, true));
        parameters.add(new Real("columns", 0.2, 1, 0.8, false));
        parameters.add(new Real("temperature", 0, 1, 0.7, false));
        parameters.add(new Real("noise", 0, 0.6, 0.15, false));
        parameters.add(new Real("level_smoothing", 0.1, 30, 1, true));
        parameters.add(new Whole("few_levels", 1, 60, 12, true));
        parameters.add(new Whole("orders", 1, 6, 3, false));
        parameters.add(new Whole("bins", 15, Bins.MOST, 127, true));
        parameters.add(new Choice("stopping", List.of("early", "never"), "early", false));
        parameters.addAll(LossChoice.parameters(shape));
        return new SearchSpace(parameters);
    }

    @Override
    public double expectedSeconds(DataShape shape, Hyperparameters hyperparameters) {
        double trees = USUAL_SHARE * BoostingFit.usualTrees(shape, hyperparameters);
        double depth = hyperparameters.number("depth");
        double features = 4 + hyperparameters.number("columns") * shape.features();
        double counting = 0.9e-9 * shape.rows() * features * depth;
        double searching = 1.2e-9 * Math.pow(2, depth) * features * hyperparameters.number("bins");
        return 0.05 + 4e-8 * shape.rows() * shape.features() + trees * (counting + searching + 6e-8 * shape.rows());
    }

    @Override
    public double leastSeconds(DataShape shape, Hyperparameters hyperparameters) {
        return BoostingFit.leastSeconds(expectedSeconds(shape, hyperparameters), hyperparameters);
    }

    @Override
    public boolean countsWeights() {
        return true;
    }

    @Override
    public Form fit(Matrix features, Target target, Hyperparameters hyperparameters, FitContext context) {
        BinnedMatrix matrix = BinnedMatrix.of(FiniteFeatures.requireOrMissing(features, target), hyperparameters.whole("bins"));
        int depth = hyperparameters.whole("depth");
        double columns = hyperparameters.number("columns");
        GrowthRules growth = new GrowthRules(1 << depth, depth, 1, 0, 0, hyperparameters.number("l2"), 0, columns, 1,
                new GrowthRules.LevelRules(0, 0, 0, 0, 0), false, Monotone.signs(features.names(), context.directions()));
        SymmetricRules rules = new SymmetricRules(depth, columns, hyperparameters.number("temperature"),
                hyperparameters.number("noise"), hyperparameters.number("level_smoothing"), hyperparameters.whole("few_levels"),
                hyperparameters.whole("orders"),
                hyperparameters.whole("bins"), growth);
        BoostingRules boosting = new BoostingRules(hyperparameters.whole("rounds"), hyperparameters.number("learning_rate"), 1,
                hyperparameters.choice("stopping").equals("early"), growth);
        Loss loss = LossChoice.of(target, hyperparameters);
        int sums = loss.base().length;
        BoostingFit.Growing growing = (fitted, mustStop) ->
                new SymmetricGrowers(matrix, loss, sums, fitted, rules, context.seed(), mustStop);
        return BoostingLearner.fit(matrix, target, hyperparameters, boosting, growing, context);
    }
}
