package lathe.engine.learn.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.FitRows;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.learn.ScoreCalibration;
import lathe.engine.learn.SearchSpace;
import lathe.engine.learn.SearchSpace.Real;
import lathe.engine.learn.Target;
import lathe.engine.learn.TargetScale;
import lathe.engine.learn.algebra.Cholesky;
import lathe.scoring.Matrix;
import lathe.scoring.form.Form;
import lathe.scoring.form.Kernel;
import lathe.scoring.form.Link;

/// Ridge regression on similarities: scikit-learn's `KernelRidge` behind a `StandardScaler`, on a centred target.
///
/// Classes are learnt as +1 and −1, one against the rest; what each row would get if it were left out, which the closed form
/// tells, calibrates their scores.
/// Source: T. Hastie et al., "The Elements of Statistical Learning" (2009), 5.8 and 7.10; J. Suykens, J. Vandewalle, "Least
/// Squares Support Vector Machine Classifiers" (1999).
public final class KernelRidgeLearner implements Learner {

    private static final SmallTables LIMIT = new SmallTables(4_500, 300, 20);

    @Override
    public String id() {
        return "kernel_ridge";
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
        parameters.add(new Real("lambda", 1e-3, 100, 0.3, true));
        parameters.add(KernelChoice.KIND);
        parameters.add(KernelChoice.GAMMA);
        if (!shape.task().isClassification()) {
            parameters.add(TargetScale.CHOICE);
        }
        return new SearchSpace(parameters);
    }

    @Override
    public double workingBytes(DataShape shape, Hyperparameters hyperparameters) {
        return LIMIT.pairsBytes(shape);
    }

    @Override
    public double expectedSeconds(DataShape shape, Hyperparameters hyperparameters) {
        double n = shape.rows();
        return 0.02 + n * n * (1e-9 * shape.features() + 1e-8) + (shape.task().isClassification() ? 8e-11 : 5e-11) * n * n * n;
    }

    @Override
    public Form fit(Matrix features, Target target, Hyperparameters hyperparameters, FitContext context) {
        FitRows kept = FitRows.atMost(LIMIT.rows(), features, target, context.seed());
        ComparedRows rows = ComparedRows.of(kept.columns(), kept.target().rows());
        Kernel.Similarity similarity = KernelChoice.of(hyperparameters, rows);
        double[][] matrix = rows.similarities(similarity, context);
        for (int i = 0; i < matrix.length; i++) {
            matrix[i][i] += hyperparameters.number("lambda");
        }
        Cholesky cholesky = Cholesky.of(matrix, () -> goOn(context));
        KernelSums result = new KernelSums(rows, similarity);
        if (target.task().isClassification()) {
            return classes(cholesky, kept.target(), result, context);
        }
        TargetScale scale = TargetScale.of(kept.target(), hyperparameters.choice("target"));
        double mean = TargetScale.mean(scale.values());
        result.add(cholesky.solve(Arrays.stream(scale.values()).map(y -> y - mean).toArray()), 0, 1, mean);
        return result.form(scale.link());
    }

    private static Form classes(Cholesky cholesky, Target target, KernelSums result, FitContext context) {
        int sums = target.classCount() == 2 ? 1 : target.classCount();
        goOn(context);
        double[] diagonal = Cholesky.inverseDiagonal(cholesky.inverseFactor());
        double[][] coefficients = new double[sums][];
        double[] means = new double[sums];
        double[][] leftOut = new double[sums][target.rows()];
        for (int sum = 0; sum < sums; sum++) {
            int wanted = sums == 1 ? 1 : sum;
            double[] sides = Arrays.stream(target.toClassArray()).mapToDouble(c -> c == wanted ? 1 : -1).toArray();
            means[sum] = TargetScale.mean(sides);
            double mean = means[sum];
            coefficients[sum] = cholesky.solve(Arrays.stream(sides).map(side -> side - mean).toArray());
            for (int row = 0; row < sides.length; row++) {
                leftOut[sum][row] = sides[row] - coefficients[sum][row] / diagonal[row];
            }
        }
        ScoreCalibration calibration = ScoreCalibration.of(leftOut, target);
        for (int sum = 0; sum < sums; sum++) {
            result.add(coefficients[sum], means[sum], calibration.slope(), calibration.bias(sum));
        }
        return result.form(sums == 1 ? Link.LOGISTIC : Link.SOFTMAX);
    }

    static boolean goOn(FitContext context) {
        if (context.mustStop()) {
            throw new CancellationException("time was up before the fit ended");
        }
        return true;
    }
}
