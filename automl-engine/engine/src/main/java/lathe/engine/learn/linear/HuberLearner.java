package lathe.engine.learn.linear;

import java.util.List;
import java.util.Optional;
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

/// Linear regression in which errors beyond `bound` deviations of the small ones count by their size, not its square.
///
/// Minimises the sum of deviation × (1 + H(error / deviation)) + alpha × squared weights over weights and deviation, where H is
/// Huber's function: scikit-learn's `HuberRegressor` on a target of deviation 1. Weighted least squares in turn with the
/// deviation's closed form; each step lowers the sum.
/// Source: P. Huber, E. Ronchetti, "Robust Statistics" (2009), 7.7 and 7.8.
public final class HuberLearner implements Learner {

    private static final int MOST_FEATURES = 300;
    private static final double PRODUCTS = 4e8;
    private static final int ROUNDS = 100;
    private static final double TOLERANCE = 1e-7;
    private static final double LEAST_DEVIATION = 1e-6;

    @Override
    public String id() {
        return "huber";
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
                new Real("bound", 1.01, 3, 1.35, false),
                new Real("alpha", 1e-5, 100, 0.01, true),
                TargetScale.CHOICE));
    }

    @Override
    public double expectedSeconds(DataShape shape, Hyperparameters hyperparameters) {
        double p = shape.features();
        double n = Math.min(shape.rows(), UnitRows.rows(PRODUCTS, shape.features()));
        return 0.02 + 4e-8 * n * p + 25 * (6e-10 * n * p * p + 3e-9 * n * p);
    }

    @Override
    public boolean countsWeights() {
        return true;
    }

    @Override
    public Form fit(Matrix features, Target target, Hyperparameters hyperparameters, FitContext context) {
        UnitRows rows = UnitRows.of(UnitRows.thinned(PRODUCTS, features, target, context), hyperparameters.choice("target"));
        double bound = hyperparameters.number("bound");
        double alpha = hyperparameters.number("alpha");
        double[] weights = new double[rows.width()];
        double bias = 0;
        double deviation = 1;
        for (int round = 0; round < ROUNDS && (round == 0 || !context.mustStop()); round++) {
            double[] errors = errors(rows, weights, bias);
            double narrowed = round == 0 ? 1 : deviation(rows, errors, deviation, bound);
            double[] solved = solve(rows, shares(rows, errors, narrowed, bound), alpha * narrowed, context);
            double change = Math.abs(narrowed - deviation) + Math.abs(solved[0] - bias);
            for (int feature = 0; feature < weights.length; feature++) {
                change += Math.abs(solved[feature + 1] - weights[feature]);
                weights[feature] = solved[feature + 1];
            }
            bias = solved[0];
            deviation = narrowed;
            if (round > 1 && change < TOLERANCE) {
                break;
            }
        }
        return rows.form(weights, bias);
    }

    private static double[] errors(UnitRows rows, double[] weights, double bias) {
        double[] errors = rows.sums(weights, bias);
        for (int row = 0; row < errors.length; row++) {
            errors[row] = rows.values()[row] - errors[row];
        }
        return errors;
    }

    // Where the derivative by the deviation is 0, given which errors count as small.
    private static double deviation(UnitRows rows, double[] errors, double before, double bound) {
        double deviation = before;
        for (int step = 0; step < 20; step++) {
            double squares = 0;
            double outside = 0;
            for (int row = 0; row < errors.length; row++) {
                double weight = rows.weights()[row];
                if (Math.abs(errors[row]) <= bound * deviation) {
                    squares += weight * errors[row] * errors[row];
                } else {
                    outside += weight;
                }
            }
            double left = rows.totalWeight() - outside * bound * bound;
            if (left <= 0) {
                return deviation * 1.5;   // too many count as large: more must count as small
            }
            double next = Math.max(LEAST_DEVIATION, Math.sqrt(squares / left));
            if (Math.abs(next - deviation) < 1e-12) {
                return next;
            }
            deviation = next;
        }
        return deviation;
    }

    private static double[] shares(UnitRows rows, double[] errors, double deviation, double bound) {
        double[] shares = new double[errors.length];
        for (int row = 0; row < errors.length; row++) {
            shares[row] = rows.weights()[row] * Math.min(1, bound * deviation / Math.max(1e-300, Math.abs(errors[row])));
        }
        return shares;
    }

    /// The bias and the weights of weighted least squares.
    private static double[] solve(UnitRows rows, double[] shares, double penalty, FitContext context) {
        double[][] columns = new double[rows.width() + 1][];
        columns[0] = rows.ones();
        System.arraycopy(rows.columns(), 0, columns, 1, rows.width());
        double[][] gram = Gram.weighted(columns, shares, () -> UnitRows.goOn(context));
        double[] weighted = new double[shares.length];
        for (int row = 0; row < weighted.length; row++) {
            weighted[row] = shares[row] * rows.values()[row];
        }
        double[] products = new double[columns.length];
        for (int j = 0; j < columns.length; j++) {
            products[j] = Dots.of(columns[j], weighted);
            gram[j][j] += (j > 0 ? penalty : 0) + 1e-9;
        }
        return Cholesky.of(gram).solve(products);
    }
}
