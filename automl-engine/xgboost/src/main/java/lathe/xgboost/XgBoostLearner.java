package lathe.xgboost;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FiniteFeatures;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.FitRows;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.learn.RowDraw;
import lathe.engine.learn.SearchSpace;
import lathe.engine.learn.SearchSpace.Choice;
import lathe.engine.learn.SearchSpace.Real;
import lathe.engine.learn.SearchSpace.Whole;
import lathe.engine.learn.Target;
import lathe.engine.learn.TargetScale;
import lathe.scoring.Matrix;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.form.Form;
import lathe.scoring.form.Trees;
import ml.dmlc.xgboost4j.java.XGBoostError;

/// XGBoost: histogram trees grown level by level or leaf by leaf, the number of rounds found on rows held back; of small tables
/// a second fit learns from these, too. One thread; stops between rounds.
public final class XgBoostLearner implements Learner {

    private static final int LEAST_ROWS = 100;   // fewer are too few to hold some back
    private static final int REFIT_ROWS = 20_000;
    private static final double REFIT_ROUNDS = 1.1;
    private static final double HELD_BACK = 0.15;
    private static final double FEW_ROUNDS = 0.2;

    @Override
    public String id() {
        return "xgboost";
    }

    @Override
    public Preparation preparation() {
        return Preparation.TREES_WITH_MISSING;
    }

    @Override
    public boolean countsWeights() {
        return true;
    }

    @Override
    public Optional<String> refusal(DataShape shape) {
        return NativeLibrary.missing();
    }

    @Override
    public SearchSpace space(DataShape shape) {
        List<SearchSpace.Parameter> parameters = new ArrayList<>(List.of(
                new Whole("rounds", 50, 4000, 1500, true),
                new Real("learning_rate", 0.01, 0.3, 0.05, true),
                new Choice("grow", List.of("depthwise", "lossguide"), "depthwise"),
                new Whole("depth", 2, 10, 6, false),
                new Real("leaf_weight", 1e-3, 10, 1, true),
                new Real("rows", 0.5, 1, 0.8, false),
                new Real("columns", 0.2, 1, 0.8, false),
                new Real("level_columns", 0.5, 1, 1, false),
                new Real("split_columns", 0.3, 1, 1, false),
                new Real("l1", 0, 2, 0, false),
                new Real("l2", 1e-3, 100, 1, true),
                new Real("gain", 0, 1, 0, false),
                new Whole("bins", 15, 255, 255, true)));
        if (!shape.task().isClassification()) {
            parameters.add(TargetScale.CHOICE);
        }
        return new SearchSpace(parameters);
    }

    @Override
    public double expectedSeconds(DataShape shape, Hyperparameters hyperparameters) {
        double rounds = Math.min(hyperparameters.number("rounds"), 15 / hyperparameters.number("learning_rate"));
        double trees = 0.4 * rounds * (shape.classes() > 2 ? shape.classes() : 1);
        double depth = hyperparameters.number("depth");
        double features = 4 + hyperparameters.number("columns") * shape.features();
        double counting = 1.5e-9 * shape.rows() * hyperparameters.number("rows") * features * depth;
        double searching = 3e-9 * Math.pow(2, depth) * features * hyperparameters.number("bins");
        return 0.3 + 1e-7 * shape.rows() * shape.features() + trees * (counting + searching + 4e-8 * shape.rows());
    }

    /// Whatever rounds there is time for make a model.
    @Override
    public double leastSeconds(DataShape shape, Hyperparameters hyperparameters) {
        return FEW_ROUNDS * expectedSeconds(shape, hyperparameters);
    }

    @Override
    public Form fit(Matrix features, Target target, Hyperparameters hyperparameters, FitContext context) {
        FiniteFeatures.requireOrMissing(features, target);
        if (context.mustStop()) {
            throw new CancellationException("time was up before the fit began");
        }
        NativeLibrary.load();
        try {
            return grown(new FitRows(features, target), hyperparameters, context);
        } catch (XGBoostError failed) {
            throw new ProblemException(new Problem("xgboost-failed", "XGBoost could not fit (%s)".formatted(failed.getMessage()), "",
                    "The trial is left out; nothing needs to be done."), failed);
        }
    }

    private static Trees grown(FitRows all, Hyperparameters hyperparameters, FitContext context) throws XGBoostError {
        int rounds = hyperparameters.whole("rounds");
        XgBoostSettings settings = XgBoostSettings.of(all.target(), hyperparameters, context.seed());
        int rows = all.target().rows();
        if (rows < LEAST_ROWS) {
            int few = (int) Math.max(1, Math.min(rounds, 3 / hyperparameters.number("learning_rate")));
            return XgBoostFit.of(all, settings, few, context).trees();
        }
        long begin = System.nanoTime();
        int[] held = RowDraw.share(all.target(), HELD_BACK, context.seed().child("held", 0));
        XgBoostFit fit = XgBoostFit.stoppingEarly(all.select(RowDraw.others(rows, held)), all.select(held), settings, rounds, context);
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (rows > REFIT_ROWS || context.mustStop() || context.deadline().secondsLeft() < 3 * seconds) {
            return fit.trees();
        }
        Trees onAllRows = XgBoostFit.of(all, settings, (int) Math.ceil(REFIT_ROUNDS * fit.rounds()), context).trees();
        return context.mustStop() ? fit.trees() : onAllRows;
    }
}
