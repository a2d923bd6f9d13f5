package lathe.engine.learn.discriminant;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.FitRows;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.learn.SearchSpace;
import lathe.engine.learn.SearchSpace.Real;
import lathe.engine.learn.Target;
import lathe.engine.learn.algebra.Cholesky;
import lathe.engine.learn.algebra.Dots;
import lathe.engine.learn.algebra.Standardised;
import lathe.scoring.Matrix;
import lathe.scoring.form.Form;
import lathe.scoring.form.Linear;
import lathe.scoring.form.Link;
import lathe.scoring.step.Numbers;

/// Gaussian classes of one common covariance, which makes the scores weighted sums of the features.
///
/// Scikit-learn's `LinearDiscriminantAnalysis(solver="lsqr", shrinkage=…)` behind a `StandardScaler`.
/// Source: T. Hastie et al., "The Elements of Statistical Learning" (2009), 4.3.
public final class LinearDiscriminantLearner implements Learner {

    /// Rows used at most; more are thinned by lot.
    public static final int ROW_LIMIT = 100_000;
    private static final int MOST_FEATURES = 500;

    @Override
    public String id() {
        return "linear_discriminant";
    }

    @Override
    public Preparation preparation() {
        return Preparation.LINEAR;
    }

    @Override
    public Optional<String> refusal(DataShape shape) {
        return shape.refusedWithoutClasses().or(() -> shape.refusedAboveFeatures(MOST_FEATURES));
    }

    @Override
    public SearchSpace space(DataShape shape) {
        return new SearchSpace(List.of(new Real("shrinkage", 1e-6, 1, 0.01, true)));
    }

    @Override
    public double expectedSeconds(DataShape shape, Hyperparameters hyperparameters) {
        double p = shape.features();
        return 0.01 + Math.min(ROW_LIMIT, shape.rows()) * (2e-8 * p + 6e-10 * p * p) + 1e-9 * p * p * p;
    }

    @Override
    public boolean countsWeights() {
        return true;
    }

    @Override
    public Form fit(Matrix features, Target target, Hyperparameters hyperparameters, FitContext context) {
        FitRows rows = FitRows.atMost(ROW_LIMIT, features, target, context.seed());
        if (context.mustStop()) {
            throw new CancellationException("time was up before the fit ended");
        }
        ClassMoments moments = new ClassMoments(Standardised.of(rows.columns(), rows.target().weights()), rows.target(), context);
        int p = moments.width();
        double[][] pooled = Covariances.mix(1.0 / moments.total(), Covariances.within(moments), 0, Covariances.zero(p));
        Cholesky cholesky = Cholesky.of(Covariances.shrunk(pooled, hyperparameters.number("shrinkage"),
                Covariances.meanVariance(pooled)));
        int k = moments.classes();
        double[] weights = new double[k * p];
        double[] biases = new double[k];
        for (int c = 0; c < k; c++) {
            double[] direction = cholesky.solve(moments.mean(c));
            biases[c] = moments.logPrior(c) - 0.5 * Dots.of(direction, moments.mean(c));
            for (int feature = 0; feature < p; feature++) {
                double weight = direction[feature] * moments.table().scale(feature);
                weights[c * p + feature] = weight;
                biases[c] -= weight * moments.table().centre(feature);
            }
        }
        return k == 2 ? difference(weights, biases, p) : new Linear(Numbers.of(weights), Numbers.of(biases), Link.SOFTMAX);
    }

    private static Linear difference(double[] weights, double[] biases, int p) {
        double[] second = new double[p];
        for (int feature = 0; feature < p; feature++) {
            second[feature] = weights[p + feature] - weights[feature];
        }
        return new Linear(Numbers.of(second), Numbers.of(biases[1] - biases[0]), Link.LOGISTIC);
    }
}
