package lathe.engine.learn.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.FitRows;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.learn.SearchSpace;
import lathe.engine.learn.SearchSpace.Choice;
import lathe.engine.learn.SearchSpace.Real;
import lathe.engine.learn.Target;
import lathe.engine.learn.TargetScale;
import lathe.engine.learn.algebra.Cholesky;
import lathe.engine.learn.algebra.Dots;
import lathe.scoring.Matrix;
import lathe.scoring.form.Form;
import lathe.scoring.form.Kernel;

/// The mean of a Gaussian process with noise, on a target of mean 0 and deviation 1.
///
/// The reach of a row and the share of noise are those of the highest marginal likelihood on at most a few hundred rows,
/// found by a search that halves its steps and takes at most half of the time left; the size of the process has a closed form.
/// Source: C. Rasmussen, C. Williams, "Gaussian Processes for Machine Learning" (2006), 2.2 and 5.4.
public final class GaussianProcessLearner implements Learner {

    private static final SmallTables LIMIT = new SmallTables(2_000, 100, 0);
    private static final int ROWS_TO_CHOOSE_BY = 400;
    private static final double LEAST_NOISE = Math.log(1e-3);
    private static final double MOST_NOISE = Math.log(10);
    private static final double REACH = Math.log(1000);

    @Override
    public String id() {
        return "gaussian_process";
    }

    @Override
    public Preparation preparation() {
        return Preparation.LINEAR;
    }

    @Override
    public Optional<String> refusal(DataShape shape) {
        return shape.refusedWithClasses().or(() -> LIMIT.refusal(shape));
    }

    @Override
    public SearchSpace space(DataShape shape) {
        return new SearchSpace(List.of(
                new Choice("kernel", List.of("radial", "laplacian"), "radial"),
                new Choice("chosen_by", List.of("likelihood", "hand"), "likelihood", false),
                new Real("gamma", 0.01, 10, 0.5, true),
                new Real("noise", 1e-3, 10, 0.1, true),
                TargetScale.CHOICE));
    }

    @Override
    public double workingBytes(DataShape shape, Hyperparameters hyperparameters) {
        return LIMIT.pairsBytes(shape);
    }

    @Override
    public double expectedSeconds(DataShape shape, Hyperparameters hyperparameters) {
        double n = shape.rows();
        double few = Math.min(ROWS_TO_CHOOSE_BY, n);
        return 0.2 + 5e-11 * n * n * n + n * n * 1e-9 * (shape.features() + 10) + 60 * few * few * (1e-8 + 5e-11 * few);
    }

    @Override
    public Form fit(Matrix features, Target target, Hyperparameters hyperparameters, FitContext context) {
        FitRows kept = FitRows.atMost(LIMIT.rows(), features, target, context.seed());
        ComparedRows rows = ComparedRows.of(kept.columns(), kept.target().rows());
        TargetScale scale = TargetScale.of(kept.target(), hyperparameters.choice("target"));
        double mean = TargetScale.mean(scale.values());
        double deviation = Math.sqrt(Arrays.stream(scale.values()).map(y -> (y - mean) * (y - mean)).average().orElse(0));
        double unit = deviation > 0 ? deviation : 1;
        double[] values = Arrays.stream(scale.values()).map(y -> (y - mean) / unit).toArray();
        double[] setting = {Math.log(hyperparameters.number("gamma")), Math.log(hyperparameters.number("noise"))};
        String kernel = hyperparameters.choice("kernel");
        if (hyperparameters.choice("chosen_by").equals("likelihood") && deviation > 0) {
            setting = likeliest(FitRows.atMost(ROWS_TO_CHOOSE_BY, features, target, context.seed()), hyperparameters, setting, context);
        }
        Kernel.Similarity similarity = KernelChoice.of(kernel, Math.exp(setting[0]), rows);
        Cholesky cholesky = cholesky(rows.similarities(similarity, context), Math.exp(setting[1]), context);
        KernelSums result = new KernelSums(rows, similarity);
        result.add(cholesky.solve(values), 0, unit, mean);
        return result.form(scale.link());
    }

    private static Cholesky cholesky(double[][] similarities, double noise, FitContext context) {
        for (int i = 0; i < similarities.length; i++) {
            similarities[i][i] += noise;
        }
        return Cholesky.of(similarities, () -> KernelRidgeLearner.goOn(context));
    }

    // A search along both logarithms that takes the best neighbour and halves its steps where there is none.
    private static double[] likeliest(FitRows few, Hyperparameters hyperparameters, double[] start, FitContext context) {
        Likelihood likelihood = new Likelihood(few, hyperparameters, context);
        double timeToKeep = context.deadline().secondsLeft() / 2;
        double[] best = start;
        double highest = likelihood.at(best);
        for (double step = 2; step > 0.1 && context.deadline().secondsLeft() > timeToKeep;) {
            double[] from = best;
            for (int side = 0; side < 4; side++) {
                double[] tried = from.clone();
                tried[side / 2] += side % 2 == 0 ? step : -step;
                boolean inside = tried[1] >= LEAST_NOISE && tried[1] <= MOST_NOISE && Math.abs(tried[0]) <= REACH;
                double value = inside ? likelihood.at(tried) : Double.NEGATIVE_INFINITY;
                if (value > highest) {
                    highest = value;
                    best = tried;
                }
            }
            step = Arrays.equals(best, from) ? step / 2 : step;
        }
        return best;
    }

    /// Log marginal likelihood on some of the rows, with the size of the process at its best and constants left out.
    private static final class Likelihood {

        private final ComparedRows rows;
        private final double[] values;
        private final String kernel;
        private final FitContext context;

        Likelihood(FitRows few, Hyperparameters hyperparameters, FitContext context) {
            double[] scaled = TargetScale.of(few.target(), hyperparameters.choice("target")).values();
            double mean = TargetScale.mean(scaled);
            this.rows = ComparedRows.of(few.columns(), scaled.length);
            this.values = IntStream.range(0, scaled.length).mapToDouble(row -> scaled[row] - mean).toArray();
            this.kernel = hyperparameters.choice("kernel");
            this.context = context;
        }

        double at(double[] setting) {
            Kernel.Similarity similarity = KernelChoice.of(kernel, Math.exp(setting[0]), rows);
            Cholesky cholesky = cholesky(rows.similarities(similarity, context), Math.exp(setting[1]), context);
            double size = Dots.of(values, cholesky.solve(values)) / values.length;
            return -0.5 * values.length * Math.log(Math.max(size, 1e-300)) - 0.5 * cholesky.logDeterminant();
        }
    }
}
