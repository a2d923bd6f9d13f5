package lathe.engine.ensemble;

import lathe.engine.evaluate.Labels;
import lathe.engine.evaluate.Metric;
import lathe.engine.learn.Target;
import lathe.scoring.Predictions;
import lathe.scoring.Task;

/// Finds the probability from which a binary answer is positive.
///
/// Metrics that judge labels get the best of 51 even steps from 0 to 1 and then of 19 finer ones around it; of equally
/// good thresholds the one nearest to one half. Everything else, and fewer than 100 rows, keeps one half.
public final class ThresholdChoice {

    private static final int STEPS = 50;
    private static final int FINER_STEPS = 10;
    private static final int LEAST_ROWS = 100;

    private ThresholdChoice() {
    }

    /// @param outOfFold predictions for rows their model has not learnt from, shape n × classes
    /// @param positive  index of the positive class for binary tasks, otherwise −1
    public static double choose(Metric metric, Target truth, Predictions outOfFold, int positive) {
        if (truth.task() != Task.BINARY || !metric.judgesLabels() || truth.rows() < LEAST_ROWS) {
            return Labels.HALF;
        }
        double best = Labels.HALF;
        double bestValue = metric.compute(truth, outOfFold, positive);
        double[] steps = new double[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            steps[i] = (double) i / STEPS;
        }
        best = better(metric, truth, outOfFold, positive, steps, best, bestValue);
        double[] finer = new double[2 * FINER_STEPS - 1];
        for (int i = 0; i < finer.length; i++) {
            finer[i] = best + (double) (i + 1 - FINER_STEPS) / (STEPS * FINER_STEPS);
        }
        bestValue = valueAt(metric, truth, outOfFold, positive, best);
        return better(metric, truth, outOfFold, positive, finer, best, bestValue);
    }

    private static double better(Metric metric, Target truth, Predictions predictions, int positive,
            double[] thresholds, double start, double startValue) {
        double best = start;
        double bestValue = startValue;
        for (double threshold : thresholds) {
            double value = valueAt(metric, truth, predictions, positive, threshold);
            boolean nearer = value == bestValue && Math.abs(threshold - Labels.HALF) < Math.abs(best - Labels.HALF);
            if (metric.better(value, bestValue) || nearer) {
                best = threshold;
                bestValue = value;
            }
        }
        return Math.clamp(best, 0.0, 1.0);
    }

    private static double valueAt(Metric metric, Target truth, Predictions predictions, int positive, double threshold) {
        int[] labels = Labels.of(truth, predictions, positive, threshold);
        double[] sure = new double[2 * labels.length];
        for (int row = 0; row < labels.length; row++) {
            sure[2 * row + labels[row]] = 1;
        }
        return metric.compute(truth, new Predictions(2, sure), positive);
    }
}
