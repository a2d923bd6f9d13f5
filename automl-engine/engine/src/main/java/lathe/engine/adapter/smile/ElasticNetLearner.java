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
import lathe.scoring.form.Form;
import smile.regression.ElasticNet;

/// Linear regression with a penalty that is part absolute, part quadratic, so that many weights become nearly zero.
///
/// Minimises half the mean squared error + alpha × (l1_ratio × absolute weights + (1 − l1_ratio) / 2 × squared weights) with
/// features and target of deviation 1: scikit-learn's `ElasticNet` behind `StandardScaler`s. Smile sums errors instead
/// of averaging them; its penalties are multiplied accordingly. Its interior-point method comes close to zero, not to it.
public final class ElasticNetLearner implements Learner {

    /// Rows used at most; more are thinned by lot. Smile's method cannot be stopped, so fits are kept short.
    public static final int ROW_LIMIT = 20_000;

    private static final int MOST_FEATURES = 500;
    private static final double TOLERANCE = 1e-5;
    private static final int ITERATIONS = 200;

    @Override
    public String id() {
        return "elastic_net";
    }

    @Override
    public Preparation preparation() {
        return Preparation.LINEAR;
    }

    @Override
    public Optional<String> refusal(DataShape shape) {
        return RidgeLearner.refusal(shape, MOST_FEATURES);
    }

    @Override
    public SearchSpace space(DataShape shape) {
        return new SearchSpace(List.of(
                new Real("alpha", 1e-4, 1, 0.001, true),
                new Real("l1_ratio", 0.05, 0.95, 0.5, false),
                TargetScale.CHOICE));
    }

    @Override
    public double expectedSeconds(DataShape shape, Hyperparameters hyperparameters) {
        return 0.2 + 5e-7 * Math.min(ROW_LIMIT, shape.rows()) * shape.features();
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
        double alpha = hyperparameters.number("alpha") * scale.values().length;
        double ratio = hyperparameters.number("l1_ratio");
        ElasticNet.Options options = new ElasticNet.Options(table.absolute(2 * alpha * ratio),
                table.quadratic(alpha * (1 - ratio)), TOLERANCE, ITERATIONS);
        return table.form(Unstoppable.call(context, () -> ElasticNet.fit(UnitTable.FORMULA, table.frame(), options)),
                scale.link());
    }
}
