package lathe.engine.adapter.smile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.learn.SearchSpace;
import lathe.engine.learn.SearchSpace.Real;
import lathe.engine.learn.SearchSpace.Whole;
import lathe.engine.learn.Target;
import lathe.scoring.Matrix;
import lathe.scoring.form.Form;

/// Gradient boosting: trees one after another, each a Newton step down the loss, on a random part of rows and columns.
///
/// The trees grow in Smile; the steps are ours, since Smile's boosting has neither a penalty on leaves nor a choice of columns,
/// stops on no held-back rows, and descends absolute error unless told otherwise. From [#EARLY_STOPPING_ROWS] rows on, an
/// eighth of the rows (the same share of each class) is held back; once their loss has not fallen for [#PATIENCE]
/// rounds, the fit ends and keeps the rounds up to the best. A passed deadline keeps the rounds so far.
///
/// Sources: J. H. Friedman, "Greedy Function Approximation: A Gradient Boosting Machine" (2001) and "Stochastic Gradient
/// Boosting" (2002); T. Chen, C. Guestrin, "XGBoost" (2016), for the penalised Newton step.
public final class BoostingLearner implements Learner {

    /// Rows used at most; more are thinned by lot.
    public static final int ROW_LIMIT = 100_000;
    /// Rows from which on a part is held back to stop by.
    public static final int EARLY_STOPPING_ROWS = 500;
    /// Rounds without a lower loss on the held-back rows before the fit ends.
    public static final int PATIENCE = 20;

    private static final double USUAL_SHARE = 0.5;

    @Override
    public String id() {
        return "boosting";
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
        List<SearchSpace.Parameter> parameters = new ArrayList<>();
        parameters.add(new Whole("rounds", 50, 1000, 400, true));
        parameters.add(new Real("learning_rate", 0.02, 0.3, 0.1, true));
        parameters.add(new Whole("leaves", 4, 128, 31, true));
        parameters.add(new Whole("leaf_rows", 1, 100, 10, true));
        parameters.add(new Real("rows", 0.4, 1, 0.8, false));
        parameters.add(new Real("columns", 0.2, 1, 0.5, false));
        parameters.add(new Real("l2", 1e-3, 100, 1, true));
        if (!shape.task().isClassification()) {
            parameters.add(TargetScale.CHOICE);
        }
        return new SearchSpace(parameters);
    }

    @Override
    public double expectedSeconds(DataShape shape, Hyperparameters hyperparameters) {
        double trees = USUAL_SHARE * hyperparameters.number("rounds") * (shape.classes() > 2 ? shape.classes() : 1);
        double rows = Math.min(ROW_LIMIT, shape.rows()) * hyperparameters.number("rows");
        double perRow = (4 + hyperparameters.number("columns") * shape.features()) * Math.log(hyperparameters.number("leaves"));
        return 0.1 + trees * (0.0003 + 7e-9 * rows * perRow);
    }

    @Override
    public Form fit(Matrix features, Target target, Hyperparameters hyperparameters, FitContext context) {
        FitRows rows = FitRows.atMost(ROW_LIMIT, features, target, context.seed());
        return new BoostingRun(rows, hyperparameters, context).form();
    }
}
