package lathe.engine.evaluate;

import java.util.Arrays;
import lathe.engine.learn.Target;
import lathe.scoring.Predictions;

/// A metric that needs only how often each class was given to rows of each class.
abstract class ConfusionMetric implements Metric {

    /// The metric from what the rows weigh.
    ///
    /// @param positive index of the positive class, −1 unless the task is binary
    abstract double of(LabelledWeight rows, int positive);

    @Override
    public final Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    @Override
    public final boolean judgesLabels() {
        return true;
    }

    @Override
    public final double best() {
        return 1;
    }

    @Override
    public final double worst() {
        return 0;
    }

    @Override
    public final double compute(Target truth, Predictions predictions, int positive) {
        int[] once = new int[truth.rows()];
        Arrays.fill(once, 1);
        return counted(truth, predictions, positive).compute(once);
    }

    @Override
    public final Counted counted(Target truth, Predictions predictions, int positive) {
        Shapes.require(this, truth, predictions, positive);
        int classes = truth.classCount();
        int[] labels = Labels.of(truth, predictions, positive, Labels.HALF);
        int[] cells = new int[labels.length];
        for (int row = 0; row < cells.length; row++) {
            cells[row] = truth.classIndex(row) * classes + labels[row];
        }
        return counts -> {
            LabelledWeight rows = new LabelledWeight(classes);
            for (int row = 0; row < cells.length; row++) {
                rows.add(cells[row], counts[row] * truth.weight(row));
            }
            return of(rows, positive);
        };
    }
}
