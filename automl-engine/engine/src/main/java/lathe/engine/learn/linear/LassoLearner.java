package lathe.engine.learn.linear;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.learn.SearchSpace;
import lathe.engine.learn.SearchSpace.Real;
import lathe.engine.learn.Target;
import lathe.engine.learn.TargetScale;
import lathe.engine.learn.algebra.Cholesky;
import lathe.engine.learn.algebra.Dots;
import lathe.engine.learn.algebra.Gram;
import lathe.scoring.Matrix;
import lathe.scoring.form.Form;

/// Linear regression with a penalty on absolute weights, relaxed: features that got no weight stay out, the others' weights
/// are moved towards those without penalty.
///
/// Minimises half the mean squared error + alpha × absolute weights with features and target of deviation 1: without
/// relaxation scikit-learn's `Lasso` behind `StandardScaler`s. By coordinate descent, whose zeros are exact.
/// Sources: R. Tibshirani, "Regression Shrinkage and Selection via the Lasso" (1996); N. Meinshausen, "Relaxed Lasso" (2007);
/// J. Friedman et al., "Regularization Paths for Generalized Linear Models via Coordinate Descent" (2010).
public final class LassoLearner implements Learner {

    private static final int MOST_FEATURES = 600;
    private static final double PRODUCTS = 3e9;
    private static final int ROUNDS = 2_000;
    private static final double TOLERANCE = 1e-9;

    @Override
    public String id() {
        return "lasso";
    }

    @Override
    public Preparation preparation() {
        return Preparation.LINEAR;
    }

    @Override
    public Optional<String> refusal(DataShape shape) {
        return UnitRows.refusal(shape, MOST_FEATURES);
    }

    @Override
    public SearchSpace space(DataShape shape) {
        return new SearchSpace(List.of(
                new Real("alpha", 1e-4, 0.5, 0.005, true),
                new Real("relaxation", 0, 1, 0.5, false),
                TargetScale.CHOICE));
    }

    @Override
    public double expectedSeconds(DataShape shape, Hyperparameters hyperparameters) {
        double p = shape.features();
        double n = Math.min(shape.rows(), UnitRows.rows(PRODUCTS, shape.features()));
        return 0.02 + 4e-8 * n * p + 6e-10 * n * p * p + 1e-7 * p * p;
    }

    @Override
    public boolean countsWeights() {
        return true;
    }

    @Override
    public Form fit(Matrix features, Target target, Hyperparameters hyperparameters, FitContext context) {
        UnitRows rows = UnitRows.of(UnitRows.thinned(PRODUCTS, features, target, context), hyperparameters.choice("target"));
        double[][] gram = Gram.weighted(rows.columns(), rows.weights(), () -> UnitRows.goOn(context));
        double[] values = rows.values().clone();
        Arrays.setAll(values, row -> rows.weights()[row] * values[row]);
        double[] products = Arrays.stream(rows.columns()).mapToDouble(column -> Dots.of(column, values)).toArray();
        double[] weights = descend(gram, products, hyperparameters.number("alpha") * rows.totalWeight(), context);
        relax(weights, gram, products, hyperparameters.number("relaxation"));
        return rows.form(weights, 0);
    }

    /// Minimises ½ wᵀ gram w − productsᵀ w + penalty |w|. What it has at any time is a model.
    private static double[] descend(double[][] gram, double[] products, double penalty, FitContext context) {
        int p = products.length;
        double[] weights = new double[p];
        double[] slopes = products.clone();
        for (int round = 0; round < ROUNDS && !context.mustStop(); round++) {
            double largest = 0;
            for (int j = 0; j < p; j++) {
                double own = gram[j][j];
                if (own <= 0) {
                    continue;
                }
                double pull = slopes[j] + own * weights[j];
                double moved = Math.signum(pull) * Math.max(0, Math.abs(pull) - penalty) / own;
                double step = moved - weights[j];
                if (step != 0) {
                    weights[j] = moved;
                    for (int i = 0; i < p; i++) {
                        slopes[i] -= step * gram[Math.max(i, j)][Math.min(i, j)];
                    }
                    largest = Math.max(largest, Math.abs(step));
                }
            }
            if (largest < TOLERANCE) {
                break;
            }
        }
        return weights;
    }

    private static void relax(double[] weights, double[][] gram, double[] products, double share) {
        int[] kept = IntStream.range(0, weights.length).filter(j -> weights[j] != 0).toArray();
        if (share == 0 || kept.length == 0) {
            return;
        }
        double[][] matrix = new double[kept.length][];
        for (int i = 0; i < kept.length; i++) {
            matrix[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = gram[kept[i]][kept[j]];
            }
            matrix[i][i] *= 1 + 1e-6;   // columns may repeat each other
        }
        double[] free = Cholesky.of(matrix).solve(IntStream.of(kept).mapToDouble(j -> products[j]).toArray());
        for (int i = 0; i < kept.length; i++) {
            weights[kept[i]] += share * (free[i] - weights[kept[i]]);
        }
    }
}
