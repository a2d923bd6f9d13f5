package lathe.engine.evaluate;

import lathe.engine.learn.Target;
import lathe.scoring.Predictions;
import lathe.scoring.Task;

/// Mean of −ln of the probability given to the true class.
///
/// Probabilities are clipped to [1e-15, 1 − 1e-15] and then made to sum to 1 again, so one sure error costs 34.5 and not
/// everything. scikit-learn clips at 2.2e-16; without such errors the numbers are the same.
public final class LogLoss extends RowMeanMetric {

    private static final double CLIP = 1e-15;

    @Override
    public String id() {
        return "log_loss";
    }

    @Override
    public Direction direction() {
        return Direction.LOWER_IS_BETTER;
    }

    @Override
    public boolean supports(Task task) {
        return task.isClassification();
    }

    @Override
    public double best() {
        return 0;
    }

    @Override
    public double worst() {
        return -Math.log(CLIP);
    }

    @Override
    double row(Target truth, Predictions predictions, int positive, int row) {
        double sum = 0;
        for (int output = 0; output < predictions.width(); output++) {
            sum += clip(predictions.at(row, output));
        }
        return Math.max(0, Math.log(sum) - Math.log(clip(predictions.at(row, truth.classIndex(row)))));
    }

    private static double clip(double probability) {
        return Math.min(Math.max(probability, CLIP), 1 - CLIP);
    }
}
