package lathe.engine.evaluate;

import lathe.engine.learn.Target;
import lathe.scoring.Predictions;
import lathe.scoring.Task;

/// The class a row is given: by a threshold on the positive class for two classes, otherwise the most probable.
public final class Labels {

    /// The threshold unless one was chosen.
    public static final double HALF = 0.5;

    private Labels() {
    }

    /// Class of each row; a probability equal to the threshold is positive.
    ///
    /// @param positive  index of the positive class for binary tasks, otherwise −1
    /// @param threshold probability from which a binary answer is positive; not read for more classes
    public static int[] of(Target truth, Predictions predictions, int positive, double threshold) {
        int[] labels = new int[predictions.rows()];
        boolean binary = truth.task() == Task.BINARY;
        for (int row = 0; row < labels.length; row++) {
            if (binary) {
                labels[row] = of(predictions, positive, threshold, row);
            } else {
                labels[row] = predictions.best(row);
            }
        }
        return labels;
    }

    /// Class of one row of a binary task.
    static int of(Predictions predictions, int positive, double threshold, int row) {
        return predictions.at(row, positive) >= threshold ? positive : 1 - positive;
    }
}
