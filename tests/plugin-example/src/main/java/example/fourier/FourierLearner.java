package example.fourier;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FiniteFeatures;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.learn.SearchSpace;
import lathe.engine.learn.SearchSpace.Real;
import lathe.engine.learn.SearchSpace.Whole;
import lathe.engine.learn.Target;
import lathe.engine.learn.algebra.Cholesky;
import lathe.scoring.Matrix;
import lathe.scoring.form.Form;
import lathe.scoring.form.Graph;

/// Least squares on waves that run through the features in directions drawn by lot, cos(x W + b).
///
/// None of Lathe's forms holds a cosine, so the result is an ONNX graph in the form [Graph].
/// Source: A. Rahimi, B. Recht, "Random Features for Large-Scale Kernel Machines" (2007).
public final class FourierLearner implements Learner {

    private static final int MOST_FEATURES = 500;
    private static final int ROWS_BETWEEN_LOOKS = 256;

    @Override
    public String id() {
        return "fourier";
    }

    @Override
    public Preparation preparation() {
        return Preparation.LINEAR;
    }

    @Override
    public Optional<String> refusal(DataShape shape) {
        return shape.features() > MOST_FEATURES
                ? Optional.of("Waves drawn by lot meet little among more than %d columns.".formatted(MOST_FEATURES)) : Optional.empty();
    }

    @Override
    public SearchSpace space(DataShape shape) {
        return new SearchSpace(List.of(
                new Whole("waves", 20, 500, 100, true),
                new Real("frequency", 0.02, 3, 0.5, true),
                new Real("penalty", 1e-4, 100, 0.1, true)));
    }

    @Override
    public double expectedSeconds(DataShape shape, Hyperparameters hyperparameters) {
        double waves = hyperparameters.number("waves");
        return 0.05 + 1e-9 * shape.rows() * waves * (shape.features() + waves) + 1e-9 * waves * waves * waves;
    }

    @Override
    public Form fit(Matrix features, Target target, Hyperparameters hyperparameters, FitContext context) {
        FiniteFeatures.require(features, target);
        Waves waves = draw(features.width(), hyperparameters, context.seed().child("waves", 0).random());
        double[] means = means(target);
        double[][] heights = heights(features, target, waves, means, hyperparameters.number("penalty"), context);
        return new Graph("fourier", FourierGraph.bytes(waves, heights, means), features.width(), means.length);
    }

    /// Waves through p features: wave j runs along column j of the directions.
    ///
    /// @param directions shape p × D
    /// @param phases     shape D
    record Waves(double[][] directions, double[] phases) {

        double[] at(Matrix features, int row) {
            double[] sums = phases.clone();
            for (int feature = 0; feature < directions.length; feature++) {
                double x = features.at(row, feature);
                for (int wave = 0; wave < sums.length; wave++) {
                    sums[wave] += x * directions[feature][wave];
                }
            }
            Arrays.setAll(sums, wave -> Math.cos(sums[wave]));
            return sums;
        }
    }

    private static Waves draw(int features, Hyperparameters hyperparameters, RandomGenerator random) {
        int count = hyperparameters.whole("waves");
        double frequency = hyperparameters.number("frequency") / Math.sqrt(features);
        double[][] directions = new double[features][count];
        for (double[] row : directions) {
            Arrays.setAll(row, wave -> frequency * random.nextGaussian());
        }
        return new Waves(directions, random.doubles(count, 0, 2 * Math.PI).toArray());
    }

    private static double wanted(Target target, int row, int output) {
        return target.classCount() == 0 ? target.value(row) : target.classIndex(row) == output ? 1 : 0;
    }

    private static double[] means(Target target) {
        double[] means = new double[target.outputs()];
        for (int row = 0; row < target.rows(); row++) {
            for (int output = 0; output < means.length; output++) {
                means[output] += wanted(target, row, output) / target.rows();
            }
        }
        return means;
    }

    // (ZᵀZ + penalty I) H = Zᵀ (Y - means), from the rows seen until the time is up.
    private static double[][] heights(Matrix features, Target target, Waves waves, double[] means, double penalty, FitContext context) {
        int d = waves.phases().length;
        double[][] gram = new double[d][d];
        double[][] right = new double[means.length][d];
        for (int row = 0; row < target.rows(); row++) {
            if (row % ROWS_BETWEEN_LOOKS == 0 && row > 0 && context.mustStop()) {
                break;
            }
            double[] z = waves.at(features, row);
            for (int i = 0; i < d; i++) {
                for (int j = 0; j <= i; j++) {
                    gram[i][j] += z[i] * z[j];
                }
                for (int output = 0; output < means.length; output++) {
                    right[output][i] += z[i] * (wanted(target, row, output) - means[output]);
                }
            }
        }
        for (int i = 0; i < d; i++) {
            gram[i][i] += penalty;
        }
        Cholesky factor = Cholesky.of(gram);
        return Arrays.stream(right).map(factor::solve).toArray(double[][]::new);
    }
}
