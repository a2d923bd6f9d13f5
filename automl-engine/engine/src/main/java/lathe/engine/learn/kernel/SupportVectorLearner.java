package lathe.engine.learn.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
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
import lathe.engine.learn.TargetScale;
import lathe.scoring.Matrix;
import lathe.scoring.form.Form;
import lathe.scoring.form.Kernel;
import lathe.scoring.form.Link;

/// Support vectors: scikit-learn's `SVC` and `SVR` behind a `StandardScaler`, several classes one against the rest.
///
/// Scores become probabilities by a calibration on rows held out of three inner fits. When time runs out, the sums found so
/// far are used: they are a model at any moment, only not the best one.
/// Source: C. Cortes, V. Vapnik, "Support-Vector Networks" (1995); V. Vapnik, "The Nature of Statistical Learning Theory" (1995).
public final class SupportVectorLearner implements Learner {

    private static final SmallTables LIMIT = new SmallTables(5_000, 300, 20);
    private static final double TOLERANCE = 1e-3;
    private static final int MOST_STEPS = 200_000;
    private static final int PARTS = 3;
    private static final int FEWEST_ROWS = 12;

    @Override
    public String id() {
        return "support_vectors";
    }

    @Override
    public Preparation preparation() {
        return Preparation.LINEAR;
    }

    @Override
    public Optional<String> refusal(DataShape shape) {
        return LIMIT.refusal(shape);
    }

    @Override
    public SearchSpace space(DataShape shape) {
        List<SearchSpace.Parameter> parameters = new ArrayList<>();
        parameters.add(new Real("cost", 0.01, 100, 1, true));
        parameters.add(KernelChoice.KIND);
        parameters.add(KernelChoice.GAMMA);
        if (shape.task().isClassification()) {
            parameters.add(new Choice("calibration", List.of("inner", "none"), "inner", false));
        } else {
            parameters.add(new Real("width", 0.001, 0.5, 0.1, true));
            parameters.add(TargetScale.CHOICE);
        }
        return new SearchSpace(parameters);
    }

    @Override
    public double expectedSeconds(DataShape shape, Hyperparameters hyperparameters) {
        double pairs = (double) shape.rows() * shape.rows();
        double fits = shape.task().isClassification() ? 2.3 * (shape.classes() == 2 ? 1 : shape.classes()) : 2;
        double hard = Math.sqrt(Math.max(1, hyperparameters.number("cost")));
        return 0.02 + pairs * (4e-10 * shape.features() + 5e-9) + 3e-9 * pairs * fits * hard;
    }

    @Override
    public Form fit(Matrix features, Target target, Hyperparameters hyperparameters, FitContext context) {
        FitRows kept = FitRows.atMost(LIMIT.rows(), features, target, context.seed());
        ComparedRows rows = ComparedRows.of(kept.columns(), kept.target().rows());
        Kernel.Similarity similarity = KernelChoice.of(hyperparameters, rows);
        float[][] similarities = SequentialOptimiser.whole(rows.similarities(similarity, context));
        if (context.mustStop()) {
            throw new CancellationException("time was up before the fit began");
        }
        Fit fit = new Fit(similarities, hyperparameters.number("cost"), context);
        if (!target.task().isClassification()) {
            return number(fit, kept.target(), hyperparameters, new KernelSums(rows, similarity));
        }
        int sums = target.classCount() == 2 ? 1 : target.classCount();
        int[] all = IntStream.range(0, rows.count()).toArray();
        double[][] sides = sides(kept.target(), sums);
        ScoreCalibration calibration = hyperparameters.choice("calibration").equals("none") || rows.count() < FEWEST_ROWS
                ? ScoreCalibration.of(1, sums) : calibration(fit, sides, kept.target());
        KernelSums result = new KernelSums(rows, similarity);
        for (int sum = 0; sum < sums; sum++) {
            SequentialOptimiser.Solution solution = fit.sides(all, sides[sum]);
            result.add(fit.signed(solution, all, sides[sum]), solution.bias(), calibration.slope(), calibration.bias(sum));
        }
        return result.form(sums == 1 ? Link.LOGISTIC : Link.SOFTMAX);
    }

    private static Form number(Fit fit, Target target, Hyperparameters hyperparameters, KernelSums result) {
        TargetScale scale = TargetScale.of(target, hyperparameters.choice("target"));
        double mean = TargetScale.mean(scale.values());
        double deviation = Math.sqrt(Arrays.stream(scale.values()).map(y -> (y - mean) * (y - mean)).average().orElse(0));
        double unit = deviation > 0 ? deviation : 1;
        double[] values = Arrays.stream(scale.values()).map(y -> (y - mean) / unit).toArray();
        SequentialOptimiser.Solution solution = fit.tube(values, hyperparameters.number("width"));
        double[] coefficients = new double[values.length];
        for (int i = 0; i < coefficients.length; i++) {
            coefficients[i] = solution.values()[i] - solution.values()[i + values.length];
        }
        result.add(coefficients, solution.bias(), unit, mean);
        return result.form(scale.link());
    }

    // +1 for the sum's class, −1 for the others; a single sum speaks for the second class.
    private static double[][] sides(Target target, int sums) {
        double[][] sides = new double[sums][target.rows()];
        for (int sum = 0; sum < sums; sum++) {
            int wanted = sums == 1 ? 1 : sum;
            for (int row = 0; row < target.rows(); row++) {
                sides[sum][row] = target.classIndex(row) == wanted ? 1 : -1;
            }
        }
        return sides;
    }

    private static ScoreCalibration calibration(Fit fit, double[][] sides, Target target) {
        int[] order = RowDraw.shuffled(IntStream.range(0, target.rows()).toArray(), fit.context.seed().child("calibration", 0).random());
        double[][] scores = new double[sides.length][target.rows()];
        for (int part = 0; part < PARTS; part++) {
            int own = part;
            int[] known = IntStream.range(0, order.length).filter(i -> i % PARTS != own).map(i -> order[i]).sorted().toArray();
            int[] held = IntStream.range(0, order.length).filter(i -> i % PARTS == own).map(i -> order[i]).sorted().toArray();
            for (int sum = 0; sum < sides.length; sum++) {
                SequentialOptimiser.Solution solution = fit.sides(known, sides[sum]);
                double[] signed = fit.signed(solution, known, sides[sum]);
                for (int row : held) {
                    scores[sum][row] = solution.bias();
                    for (int i : known) {
                        scores[sum][row] += signed[i] * fit.similarities[row][i];
                    }
                }
            }
        }
        return ScoreCalibration.of(scores, target);
    }

    /// One fit's optimiser.
    private record Fit(float[][] similarities, double cost, FitContext context) {

        SequentialOptimiser.Solution sides(int[] rows, double[] sides) {
            byte[] signs = new byte[rows.length];
            for (int i = 0; i < rows.length; i++) {
                signs[i] = (byte) sides[rows[i]];
            }
            return new SequentialOptimiser(similarities, rows, signs, SequentialOptimiser.filled(rows.length, -1), cost)
                    .solve(TOLERANCE, MOST_STEPS, context::mustStop);
        }

        /// A coefficient for each row, 0 for those that were not asked.
        double[] signed(SequentialOptimiser.Solution solution, int[] rows, double[] sides) {
            double[] signed = new double[sides.length];
            for (int i = 0; i < rows.length; i++) {
                signed[rows[i]] = sides[rows[i]] * solution.values()[i];
            }
            return signed;
        }

        /// Numbers that may be `width` off at no cost: one variable for each row and side.
        SequentialOptimiser.Solution tube(double[] values, double width) {
            int n = values.length;
            int[] rows = new int[2 * n];
            byte[] signs = new byte[2 * n];
            double[] linear = new double[2 * n];
            for (int i = 0; i < n; i++) {
                rows[i] = i;
                rows[i + n] = i;
                signs[i] = 1;
                signs[i + n] = -1;
                linear[i] = width - values[i];
                linear[i + n] = width + values[i];
            }
            return new SequentialOptimiser(similarities, rows, signs, linear, cost).solve(TOLERANCE, MOST_STEPS, context::mustStop);
        }
    }
}
