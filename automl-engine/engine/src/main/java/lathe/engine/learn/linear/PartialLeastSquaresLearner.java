package lathe.engine.learn.linear;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.FitRows;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.learn.SearchSpace;
import lathe.engine.learn.SearchSpace.Whole;
import lathe.engine.learn.Target;
import lathe.engine.learn.TargetScale;
import lathe.engine.learn.algebra.Dots;
import lathe.scoring.Matrix;
import lathe.scoring.form.Form;

/// Regression on a few mixtures of the features, each the one that varies most with what is left of the target.
///
/// Scikit-learn's `PLSRegression` with one target. Source: S. Wold et al., "PLS-regression: a basic tool of chemometrics"
/// (2001); T. Hastie et al., "The Elements of Statistical Learning" (2009), 3.5.2.
public final class PartialLeastSquaresLearner implements Learner {

    private static final int MOST_FEATURES = 3_000;
    private static final int MOST_CELLS = 20_000_000;
    private static final double NOTHING_LEFT = 1e-10;

    @Override
    public String id() {
        return "partial_least_squares";
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
        return new SearchSpace(List.of(new Whole("components", 1, 40, 8, true), TargetScale.CHOICE));
    }

    @Override
    public double expectedSeconds(DataShape shape, Hyperparameters hyperparameters) {
        double cells = Math.min(MOST_CELLS, (double) shape.rows() * shape.features());
        return 0.02 + cells * (4e-8 + 4e-9 * Math.min(shape.features(), hyperparameters.number("components")));
    }

    @Override
    public Form fit(Matrix features, Target target, Hyperparameters hyperparameters, FitContext context) {
        UnitRows.goOn(context);
        int most = Math.max(2_000, MOST_CELLS / Math.max(1, features.width()));
        UnitRows rows = UnitRows.of(FitRows.atMost(most, features, target, context.seed()), hyperparameters.choice("target"));
        int p = rows.width();
        double[][] left = Arrays.stream(rows.columns()).map(double[]::clone).toArray(double[][]::new);
        double[] values = rows.values().clone();
        double[] weights = new double[p];
        int components = Math.min(hyperparameters.whole("components"), Math.min(p, rows.rows() - 1));
        double[][] directions = new double[components][];
        double[][] loads = new double[components][];
        for (int a = 0; a < components && (a == 0 || !context.mustStop()); a++) {
            double[] direction = direction(left, values);
            if (direction.length == 0) {
                break;
            }
            double[] scores = scores(left, direction);
            double squares = Dots.of(scores, scores);
            if (!(squares > NOTHING_LEFT * rows.rows())) {
                break;
            }
            loads[a] = deflate(left, scores, squares);
            double load = Dots.of(values, scores) / squares;
            subtract(values, scores, load);
            // As a mixture of the features themselves, not of what the earlier components left of them.
            double[] turned = direction.clone();
            for (int b = 0; b < a; b++) {
                subtract(turned, directions[b], Dots.of(loads[b], direction));
            }
            directions[a] = turned;
            subtract(weights, turned, -load);
        }
        return rows.form(weights, 0);
    }

    /// Of length 1; empty if the features say nothing more about the target.
    private static double[] direction(double[][] left, double[] values) {
        double[] direction = Arrays.stream(left).mapToDouble(column -> Dots.of(column, values)).toArray();
        double length = Math.sqrt(Dots.of(direction, direction));
        return length > NOTHING_LEFT * values.length ? Arrays.stream(direction).map(d -> d / length).toArray() : new double[0];
    }

    private static double[] scores(double[][] left, double[] direction) {
        double[] scores = new double[left[0].length];
        for (int feature = 0; feature < left.length; feature++) {
            subtract(scores, left[feature], -direction[feature]);
        }
        return scores;
    }

    private static double[] deflate(double[][] left, double[] scores, double squares) {
        double[] loads = new double[left.length];
        for (int feature = 0; feature < left.length; feature++) {
            loads[feature] = Dots.of(left[feature], scores) / squares;
            subtract(left[feature], scores, loads[feature]);
        }
        return loads;
    }

    private static void subtract(double[] from, double[] what, double factor) {
        for (int i = 0; i < from.length; i++) {
            from[i] -= factor * what[i];
        }
    }
}
