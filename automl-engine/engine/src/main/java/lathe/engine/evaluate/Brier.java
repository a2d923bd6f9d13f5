package lathe.engine.evaluate;

import lathe.engine.learn.Target;
import lathe.scoring.Predictions;
import lathe.scoring.Task;

/// Mean squared distance between the probabilities and the truth, summed over all classes: 0 is perfect, 2 is worst.
///
/// Source: G. W. Brier, "Verification of Forecasts Expressed in Terms of Probability", Monthly Weather Review 78 (1950).
/// scikit-learn's `brier_score_loss` reports half of this value for two classes.
public final class Brier extends RowMeanMetric {

    @Override
    public String id() {
        return "brier";
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
        return 2;
    }

    @Override
    double row(Target truth, Predictions predictions, int positive, int row) {
        double sum = 0;
        for (int output = 0; output < predictions.width(); output++) {
            double error = predictions.at(row, output) - (output == truth.classIndex(row) ? 1 : 0);
            sum += error * error;
        }
        return sum;
    }
}
