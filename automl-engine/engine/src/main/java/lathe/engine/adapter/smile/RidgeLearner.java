package lathe.engine.adapter.smile;

import java.util.List;
import java.util.Optional;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.FitRows;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.learn.SearchSpace;
import lathe.engine.learn.SearchSpace.Real;
import lathe.engine.learn.Target;
import lathe.engine.learn.TargetScale;
import lathe.scoring.Matrix;
import lathe.scoring.Problem;
import lathe.scoring.form.Form;
import smile.regression.RidgeRegression;

/// Linear regression with a quadratic penalty.
///
/// Minimises squared errors + lambda × squared weights on features of deviation 1, the bias free: scikit-learn's `Ridge`
/// with alpha = lambda behind a `StandardScaler`.
public final class RidgeLearner implements Learner {

    /// Rows used at most; more are thinned by lot.
    public static final int ROW_LIMIT = 100_000;

    private static final int MOST_FEATURES = 2000;

    @Override
    public String id() {
        return "ridge";
    }

    @Override
    public Preparation preparation() {
        return Preparation.LINEAR;
    }

    @Override
    public Optional<String> refusal(DataShape shape) {
        return refusal(shape, MOST_FEATURES);
    }

    static Optional<String> refusal(DataShape shape, int mostFeatures) {
        return shape.refusedWithClasses().or(() -> shape.refusedAboveFeatures(mostFeatures))
                .or(() -> NativeBlas.problem().map(Problem::message));
    }

    @Override
    public SearchSpace space(DataShape shape) {
        return new SearchSpace(List.of(new Real("lambda", 1e-4, 1e4, 1, true), TargetScale.CHOICE));
    }

    @Override
    public double expectedSeconds(DataShape shape, Hyperparameters hyperparameters) {
        double rows = Math.min(ROW_LIMIT, shape.rows());
        return 0.1 + 1e-7 * rows * shape.features() + 5e-10 * rows * shape.features() * shape.features();
    }

    @Override
    public Form fit(Matrix features, Target target, Hyperparameters hyperparameters, FitContext context) {
        NativeBlas.require();
        FitRows rows = FitRows.atMost(ROW_LIMIT, features, target, context.seed());
        TargetScale scale = TargetScale.of(rows.target(), hyperparameters.choice("target"));
        UnitTable table = new UnitTable(rows.columns(), scale.values());
        if (!table.isWorthFitting()) {
            return table.constant(scale.link());
        }
        double lambda = table.quadratic(hyperparameters.number("lambda"));
        return table.form(Unstoppable.call(context, () -> RidgeRegression.fit(UnitTable.FORMULA, table.frame(), lambda)),
                scale.link());
    }
}
