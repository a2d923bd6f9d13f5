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
import lathe.scoring.Matrix;
import lathe.scoring.form.Form;
import lathe.scoring.form.Linear;
import lathe.scoring.form.Link;
import lathe.scoring.step.Numbers;
import smile.math.BFGS;

/// Logistic regression with a quadratic penalty, for two classes or more.
///
/// Minimises the sum of log losses + lambda / 2 × squared weights, the bias free: scikit-learn's `LogisticRegression` with
/// C = 1 / lambda. Smile's own class is not used but its minimiser (limited-memory BFGS) is: Smile's cannot be stopped,
/// treats the last of several classes unlike the others, and does not profit from columns that are mostly zero.
public final class LogisticLearner implements Learner {

    /// Rows used at most; more are thinned by lot.
    public static final int ROW_LIMIT = 200_000;

    private static final int MOST_PARAMETERS = 500_000;
    private static final int MEMORY = 10;
    private static final int ITERATIONS = 200;
    private static final double TOLERANCE = 1e-6;

    @Override
    public String id() {
        return "logistic";
    }

    @Override
    public Preparation preparation() {
        return Preparation.LINEAR;
    }

    @Override
    public Optional<String> refusal(DataShape shape) {
        long parameters = (long) shape.features() * shape.classes();
        return shape.refusedWithoutClasses().or(() -> parameters <= MOST_PARAMETERS ? Optional.empty() : Optional.of(
                "%d features times %d classes are more than the %d weights it can fit."
                        .formatted(shape.features(), shape.classes(), MOST_PARAMETERS)));
    }

    @Override
    public SearchSpace space(DataShape shape) {
        return new SearchSpace(List.of(new Real("lambda", 1e-4, 1e3, 1, true)));
    }

    @Override
    public double expectedSeconds(DataShape shape, Hyperparameters hyperparameters) {
        int sums = Math.max(1, shape.classes() == 2 ? 1 : shape.classes());
        return 0.1 + 3e-7 * Math.min(ROW_LIMIT, shape.rows()) * shape.features() * sums;
    }

    @Override
    public boolean countsWeights() {
        return true;
    }

    @Override
    public Form fit(Matrix features, Target target, Hyperparameters hyperparameters, FitContext context) {
        FitRows rows = FitRows.atMost(ROW_LIMIT, features, target, context.seed());
        LogisticLoss loss = new LogisticLoss(new SparseColumns(rows.columns()), rows.target(), hyperparameters.number("lambda"), context);
        try {
            BFGS.minimize(loss, MEMORY, loss.best(), TOLERANCE, ITERATIONS);
        } catch (LogisticLoss.Stopped outOfTime) {
            return form(loss, features.width());
        }
        return form(loss, features.width());
    }

    private static Linear form(LogisticLoss loss, int p) {
        double[] parameters = loss.best();
        double[] weights = new double[loss.sums() * p];
        double[] biases = new double[loss.sums()];
        for (int sum = 0; sum < biases.length; sum++) {
            System.arraycopy(parameters, sum * (p + 1), weights, sum * p, p);
            biases[sum] = parameters[sum * (p + 1) + p];
        }
        return new Linear(Numbers.of(weights), Numbers.of(biases), biases.length == 1 ? Link.LOGISTIC : Link.SOFTMAX);
    }
}
