package lathe.engine.learn.tree;

import java.util.ArrayList;
import java.util.List;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FiniteFeatures;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.GatheredRows;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.ManyRowsLearner;
import lathe.engine.learn.Monotone;
import lathe.engine.learn.SearchSpace;
import lathe.engine.learn.SearchSpace.Choice;
import lathe.engine.learn.SearchSpace.Real;
import lathe.engine.learn.SearchSpace.Whole;
import lathe.engine.learn.Target;
import lathe.scoring.Matrix;
import lathe.scoring.Predictions;
import lathe.scoring.form.Form;
import lathe.scoring.form.Trees;

/// Gradient boosting on a binned matrix: trees one after another, each a Newton step down the loss, grown leaf by leaf.
///
/// The number of rounds is found on rows held back; of small tables a second fit learns from these, too.
///
/// Sources: J. H. Friedman, "Greedy Function Approximation: A Gradient Boosting Machine" (2001) and "Stochastic Gradient
/// Boosting" (2002); T. Chen, C. Guestrin, "XGBoost" (2016); G. Ke et al., "LightGBM" (2017).
public final class BoostingLearner implements ManyRowsLearner {

    /// Up to so many rows, what was held back to find the number of rounds is learnt from in a second fit.
    static final int REFIT_ROWS = 20_000;

    private static final double REFIT_ROUNDS = 1.1;
    private static final double REFIT_COST = 4;   // a quarter of what is left of the time for the fold, at most
    private static final double USUAL_SHARE = 0.4;
    private static final int MANY_ROWS_LEAVES = 127;
    private static final int MANY_ROWS_A_LEAF = 20;
    private static final int LEAST_ROUNDS = 60;         // with the longest steps
    private static final double OUT_OF_CACHE = 1.5;
    private static final int ROW_BYTES = 80;            // a row's sums, gradients, places and answers

    @Override
    public String id() {
        return "boosting";
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
        boolean classes = shape.task().isClassification();
        List<SearchSpace.Parameter> parameters = new ArrayList<>();
        parameters.add(new Whole("rounds", 50, 4000, 1500, true));
        parameters.add(new Real("learning_rate", 0.01, 0.3, 0.05, true));
        parameters.add(new Whole("leaves", 2, 255, classes ? 31 : 48, true));
        parameters.add(new Whole("depth", 2, 64, 64, false));
        parameters.add(new Whole("leaf_rows", 1, 128, classes ? 20 : 5, true));
        parameters.add(new Real("leaf_weight", 1e-7, 10, 1e-3, true));
        parameters.add(new Real("rows", 0.5, 1, 0.8, false));
        parameters.add(new Real("columns", 0.2, 1, 0.8, false));
        parameters.add(new Real("split_columns", 0.3, 1, 1, false));
        parameters.add(new Real("l1", 0, 2, 0, false));
        parameters.add(new Real("l2", 1e-3, 100, 1, true));
        parameters.add(new Real("gain", 0, 1, 0, false));
        parameters.add(new Whole("bins", 15, Bins.MOST, Bins.MOST, true));
        parameters.add(new Whole("single_levels", 2, 64, 4, true));
        parameters.add(new Whole("level_rows", 2, 100, 10, true));
        parameters.add(new Real("level_smoothing", 1e-3, 100, 10, true));
        parameters.add(new Real("level_l2", 1e-3, 50, 5, true));
        parameters.add(new Choice("stopping", List.of("early", "never"), "early", false));
        parameters.add(new Choice("cuts", List.of("best", "random"), "best"));
        parameters.addAll(LossChoice.parameters(shape));
        return new SearchSpace(parameters);
    }

    @Override
    public double expectedSeconds(DataShape shape, Hyperparameters hyperparameters) {
        double trees = USUAL_SHARE * BoostingFit.usualTrees(shape, hyperparameters);
        double leaves = hyperparameters.number("leaves");
        double features = 4 + hyperparameters.number("columns") * shape.features();
        double counting = 1.2e-9 * shape.rows() * hyperparameters.number("rows") * features * Math.log(leaves + 1);
        double searching = 1.5e-9 * 2 * leaves * features * hyperparameters.number("bins");
        return 0.05 + 2e-8 * shape.rows() * shape.features() + trees * (counting + searching + 2e-8 * shape.rows());
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
        BoostingRules rules = rules(hyperparameters, target.rows(), Monotone.signs(features.names(), context.directions()));
        BoostingFit.Growing growing = (fitted, mustStop) -> new LeafWiseGrower(matrix, rules.growth(), mustStop);
        return fit(matrix, target, hyperparameters, rules, growing, context);
    }

    // Many rows carry large trees, and there is time for few rounds.
    @Override
    public Hyperparameters forManyRows(Hyperparameters sample) {
        return sample.with("leaves", Math.max(MANY_ROWS_LEAVES, sample.whole("leaves")))
                .with("leaf_rows", Math.max(MANY_ROWS_A_LEAF, sample.whole("leaf_rows"))).with("cuts", "best");
    }

    @Override
    public double bytesARow(Matrix sample) {
        return 4.0 * Math.ceilDiv(sample.width(), 4) + ROW_BYTES;
    }

    @Override
    public double secondsARow(Hyperparameters settings, Form form, double seconds, int rows) {
        double larger = Math.log(MANY_ROWS_LEAVES + 1.0) / Math.log(Math.min(MANY_ROWS_LEAVES, settings.whole("leaves")) + 1.0);
        double rounds = form instanceof Trees trees ? Math.max(1, trees.trees() / (double) trees.base().length) : LEAST_ROUNDS;
        return larger * OUT_OF_CACHE * LEAST_ROUNDS * seconds / rounds / rows;
    }

    @Override
    public GatheredRows gather(Matrix sample, Hyperparameters settings, int room) {
        return new GatheredTrees(this, new BinnedRows(sample, settings.whole("bins"), room), sample.names(), settings);
    }

    /// As [#fit], on rows that were cut into bins as they came by, and on all cores.
    ///
    /// @param names  of the features
    /// @param target of the rows gathered
    public Trees fitGathered(BinnedRows rows, List<String> names, Target target, Hyperparameters hyperparameters, FitContext context) {
        BinnedMatrix matrix = rows.matrix();
        BoostingRules rules = rules(hyperparameters, target.rows(), Monotone.signs(names, context.directions()));
        return new BoostingFit(matrix, target, LossChoice.of(target, hyperparameters), rules, context,
                (fitted, mustStop) -> new LeafWiseGrower(matrix, rules.growth(), mustStop, true)).form();
    }

    /// As [#fit], towards probabilities of the classes instead of single classes. No rows are held back. More than two classes are
    /// answered by each tree at once ([SharedTreesFit]).
    ///
    /// @param target row weights, and how many classes there are
    /// @param shares wanted probabilities, n × k
    public Trees fitShares(Matrix features, Target target, Predictions shares, Hyperparameters hyperparameters, FitContext context) {
        BinnedMatrix matrix = BinnedMatrix.of(FiniteFeatures.requireOrMissing(features, target), hyperparameters.whole("bins"));
        BoostingRules rules = rules(hyperparameters, target.rows(), Monotone.signs(features.names(), context.directions()))
                .exactly(hyperparameters.whole("rounds"));
        Loss even = new SharesLoss(target, shares);
        Loss loss = target.isWeighted() ? new WeightedLoss(even, target) : even;
        return shares.width() > 2 ? new SharedTreesFit(matrix, loss, rules, context).form()
                : new BoostingFit(matrix, target, loss, rules, context, (fitted, mustStop) -> new LeafWiseGrower(matrix, rules.growth(), mustStop)).form();
    }

    // Of small tables a second fit learns from what was held back, too.
    static Trees fit(BinnedMatrix matrix, Target target, Hyperparameters hyperparameters, BoostingRules rules,
            BoostingFit.Growing growing, FitContext context) {
        long begin = System.nanoTime();
        BoostingFit fit = new BoostingFit(matrix, target, LossChoice.of(target, hyperparameters), rules, context, growing);
        Trees trees = fit.form();
        double seconds = (System.nanoTime() - begin) / 1e9;
        boolean again = fit.heldBack() && !fit.hurried() && target.rows() <= REFIT_ROWS && fit.rounds() > 0 && !context.mustStop()
                && context.deadline().secondsLeft() > REFIT_COST * seconds;
        if (!again) {
            return trees;
        }
        BoostingRules known = rules.exactly((int) Math.ceil(REFIT_ROUNDS * fit.rounds()));
        Trees onAllRows = new BoostingFit(matrix, target, LossChoice.of(target, hyperparameters), known, context, growing).form();
        return context.mustStop() ? trees : onAllRows;
    }

    private static BoostingRules rules(Hyperparameters hyperparameters, int rows, int[] monotone) {
        int leafRows = Math.min(hyperparameters.whole("leaf_rows"), Math.max(1, rows / 10));
        GrowthRules growth = new GrowthRules(hyperparameters.whole("leaves"), hyperparameters.whole("depth"), leafRows,
                hyperparameters.number("leaf_weight"), hyperparameters.number("l1"), hyperparameters.number("l2"),
                hyperparameters.number("gain"), hyperparameters.number("columns"), hyperparameters.number("split_columns"),
                levels(hyperparameters), hyperparameters.choice("cuts").equals("random"), monotone);
        return new BoostingRules(hyperparameters.whole("rounds"), hyperparameters.number("learning_rate"),
                hyperparameters.number("rows"), hyperparameters.choice("stopping").equals("early"), growth);
    }

    private static GrowthRules.LevelRules levels(Hyperparameters hyperparameters) {
        return new GrowthRules.LevelRules(hyperparameters.whole("single_levels"), hyperparameters.whole("level_rows"),
                hyperparameters.number("level_smoothing"), hyperparameters.number("level_l2"), 32);
    }
}
