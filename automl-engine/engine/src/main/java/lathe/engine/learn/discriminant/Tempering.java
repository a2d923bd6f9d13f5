package lathe.engine.learn.discriminant;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.FitRows;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.RowDraw;
import lathe.engine.learn.ScoreCalibration;
import lathe.engine.learn.SearchSpace;
import lathe.engine.learn.Target;
import lathe.scoring.form.Discriminant;
import lathe.scoring.step.Numbers;

/// Divides a discriminant's scores by the temperature that suits rows it was not fitted to, and moves each class's bias.
///
/// The temperature comes first: far too sure scores are no start for a calibration of all together. Source: C. Guo et al., "On Calibration of Modern Neural Networks" (2017), 4.2.
record Tempering(boolean wanted) {

    static final SearchSpace.Choice CHOICE =
            new SearchSpace.Choice("calibration", List.of("inner", "none"), "inner", false);

    private static final double KNOWN_SHARE = 0.8;
    private static final int MOST_KNOWN = 20_000;
    private static final int FEWEST_ROWS = 50;
    private static final double LOWEST = Math.log(0.5);
    private static final double HIGHEST = Math.log(200);
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    static Tempering of(Hyperparameters hyperparameters) {
        return new Tempering(hyperparameters.choice("calibration").equals("inner"));
    }

    Discriminant fit(FitRows rows, FitContext context, Function<FitRows, Discriminant> fit) {
        Discriminant whole = fit.apply(rows);
        Target target = rows.target();
        if (!wanted || target.rows() < FEWEST_ROWS || whole.width() == 0) {
            return whole;
        }
        int[] known = RowDraw.share(target, Math.min(KNOWN_SHARE, (double) MOST_KNOWN / target.rows()),
                context.seed().child("calibration", 0));
        int[] held = Arrays.stream(RowDraw.others(target.rows(), known)).limit(MOST_KNOWN).toArray();
        if (held.length == 0) {
            return whole;
        }
        FitRows judged = rows.select(held);
        double[] scores = fit.apply(rows.select(known)).scores(judged.features());
        return calibrated(whole, scores, judged.target());
    }

    private static Discriminant calibrated(Discriminant whole, double[] scores, Target target) {
        int k = whole.outputs();
        double temperature = best(scores, target);
        double[][] divided = new double[k][target.rows()];
        for (int i = 0; i < scores.length; i++) {
            divided[i % k][i / k] = scores[i] / temperature;
        }
        ScoreCalibration calibration = ScoreCalibration.of(divided, target);
        boolean sound = calibration.slope() > 0;
        double slope = (sound ? calibration.slope() : 1) / temperature;
        double root = Math.sqrt(slope);
        double[] biases = whole.biases().toArray();
        for (int c = 0; c < k; c++) {
            biases[c] = slope * biases[c] + (sound ? calibration.bias(c) : 0);
        }
        return new Discriminant(whole.means(), Numbers.of(Arrays.stream(whole.factors().toArray()).map(f -> f * root).toArray()),
                Numbers.of(biases));
    }

    private static double best(double[] scores, Target target) {
        double low = LOWEST;
        double high = HIGHEST;
        for (int step = 0; step < 40; step++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (loss(scores, target, Math.exp(left)) <= loss(scores, target, Math.exp(right))) {
                high = right;
            } else {
                low = left;
            }
        }
        return Math.exp((low + high) / 2);
    }

    // Convex in 1 / temperature, so it has one valley.
    private static double loss(double[] scores, Target target, double temperature) {
        int k = target.classCount();
        double loss = 0;
        for (int row = 0; row < target.rows(); row++) {
            double max = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < k; c++) {
                max = Math.max(max, scores[row * k + c]);
            }
            double sum = 0;
            for (int c = 0; c < k; c++) {
                sum += Math.exp((scores[row * k + c] - max) / temperature);
            }
            loss += target.weight(row) * (Math.log(sum) - (scores[row * k + target.classIndex(row)] - max) / temperature);
        }
        return loss;
    }
}
