package lathe.engine.learn.linear;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.FitRows;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.learn.RowDraw;
import lathe.engine.learn.ScoreCalibration;
import lathe.engine.learn.SearchSpace;
import lathe.engine.learn.SearchSpace.Choice;
import lathe.engine.learn.SearchSpace.Real;
import lathe.engine.learn.Target;
import lathe.engine.learn.algebra.Standardised;
import lathe.scoring.Matrix;
import lathe.scoring.form.Form;
import lathe.scoring.form.Linear;
import lathe.scoring.form.Link;
import lathe.scoring.step.Numbers;

/// Weighted sums that stop learning from a row once it is on the right side by a margin; several classes one against the rest.
///
/// Minimises half the squared weights, the bias among them, + cost × squared shortfalls of the margin: scikit-learn's
/// `LinearSVC` behind a `StandardScaler`. Scores become probabilities by a calibration on held-out rows.
/// Source: S. Keerthi, D. DeCoste, "A Modified Finite Newton Method for Fast Solution of Large Scale Linear SVMs" (2005).
public final class LinearSupportVectorLearner implements Learner {

    private static final int MOST_FEATURES = 300;
    private static final int MOST_CLASSES = 20;
    private static final double PRODUCTS = 4e8;
    private static final double KNOWN_SHARE = 0.75;
    private static final int FEWEST_ROWS = 40;

    @Override
    public String id() {
        return "linear_support_vectors";
    }

    @Override
    public Preparation preparation() {
        return Preparation.LINEAR;
    }

    @Override
    public Optional<String> refusal(DataShape shape) {
        return shape.refusedWithoutClasses().or(() -> shape.refusedAboveFeatures(MOST_FEATURES))
                .or(() -> shape.refusedAboveClasses(MOST_CLASSES));
    }

    @Override
    public SearchSpace space(DataShape shape) {
        return new SearchSpace(List.of(
                new Real("cost", 1e-4, 10, 0.1, true),
                new Choice("calibration", List.of("inner", "none"), "inner", false)));
    }

    @Override
    public double expectedSeconds(DataShape shape, Hyperparameters hyperparameters) {
        double p = shape.features();
        double n = Math.min(shape.rows(), UnitRows.rows(PRODUCTS, shape.features()));
        double sums = shape.classes() == 2 ? 1 : Math.max(1, shape.classes());
        return 0.02 + 4e-8 * n * p + 1.75 * sums * 8 * (4e-10 * n * p * p + 4e-9 * n * p);
    }

    @Override
    public boolean countsWeights() {
        return true;
    }

    @Override
    public Form fit(Matrix features, Target target, Hyperparameters hyperparameters, FitContext context) {
        FitRows rows = UnitRows.thinned(PRODUCTS, features, target, context);
        double cost = hyperparameters.number("cost");
        Margins whole = Margins.fit(rows, cost, context);
        ScoreCalibration calibration = ScoreCalibration.of(1, whole.sums());
        if (hyperparameters.choice("calibration").equals("inner") && rows.target().rows() >= FEWEST_ROWS && !context.mustStop()) {
            int[] known = RowDraw.share(rows.target(), KNOWN_SHARE, context.seed().child("calibration", 0));
            FitRows held = rows.select(RowDraw.others(rows.target().rows(), known));
            calibration = ScoreCalibration.of(Margins.fit(rows.select(known), cost, context).scores(held.features()), held.target());
        }
        return whole.form(calibration);
    }

    /// One weighted sum for each class, or a single one for two.
    ///
    /// @param weights the bias first, then the weights on standardised features; sum by sum
    private record Margins(Standardised table, double[][] weights) {

        static Margins fit(FitRows rows, double cost, FitContext context) {
            Standardised table = Standardised.of(rows.columns(), rows.target().weights());
            int k = rows.target().classCount();
            double[] costs = Arrays.stream(rows.target().weights()).map(weight -> cost * weight).toArray();
            double[][] weights = new double[k == 2 ? 1 : k][];
            for (int sum = 0; sum < weights.length; sum++) {
                int wanted = k == 2 ? 1 : sum;
                double[] sides = IntStream.of(rows.target().toClassArray()).mapToDouble(c -> c == wanted ? 1 : -1).toArray();
                weights[sum] = new MarginNewton(table.columns(), sides, costs, context).fit();
            }
            return new Margins(table, weights);
        }

        int sums() {
            return weights.length;
        }

        double[][] scores(Matrix features) {
            double[][] scores = new double[weights.length][features.rows()];
            for (int sum = 0; sum < weights.length; sum++) {
                for (int row = 0; row < features.rows(); row++) {
                    scores[sum][row] = weights[sum][0];
                    for (int feature = 0; feature < table.width(); feature++) {
                        double z = (features.at(row, feature) - table.centre(feature)) * table.scale(feature);
                        scores[sum][row] += weights[sum][feature + 1] * z;
                    }
                }
            }
            return scores;
        }

        Linear form(ScoreCalibration calibration) {
            int p = table.width();
            double[] raw = new double[weights.length * p];
            double[] biases = new double[weights.length];
            for (int sum = 0; sum < weights.length; sum++) {
                biases[sum] = calibration.slope() * weights[sum][0] + calibration.bias(sum);
                for (int feature = 0; feature < p; feature++) {
                    double weight = calibration.slope() * weights[sum][feature + 1] * table.scale(feature);
                    raw[sum * p + feature] = weight;
                    biases[sum] -= weight * table.centre(feature);
                }
            }
            return new Linear(Numbers.of(raw), Numbers.of(biases), weights.length == 1 ? Link.LOGISTIC : Link.SOFTMAX);
        }
    }
}
