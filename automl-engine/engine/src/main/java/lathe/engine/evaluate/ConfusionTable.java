package lathe.engine.evaluate;

import java.util.Arrays;
import lathe.engine.learn.Target;
import lathe.scoring.Predictions;

/// How many rows of each class were given each class.
public final class ConfusionTable {

    private final int classes;
    private final long[] cells;

    /// @param cells row counts, truth by truth: cell `truth * classes + given`
    ConfusionTable(int classes, long[] cells) {
        this.classes = classes;
        this.cells = cells;
    }

    /// @param positive  index of the positive class for binary tasks, otherwise −1
    /// @param threshold probability from which a binary answer is positive; not read for more classes
    public static ConfusionTable of(Target truth, Predictions predictions, int positive, double threshold) {
        Shapes.requireRows(truth, predictions);
        int[] labels = Labels.of(truth, predictions, positive, threshold);
        int classes = truth.classCount();
        long[] cells = new long[classes * classes];
        for (int row = 0; row < labels.length; row++) {
            cells[truth.classIndex(row) * classes + labels[row]]++;
        }
        return new ConfusionTable(classes, cells);
    }

    public int classes() {
        return classes;
    }

    /// Rows of class `truth` that were given class `label`.
    public long count(int truth, int label) {
        return cells[truth * classes + label];
    }

    /// Rows of a class.
    public long ofTruth(int truth) {
        long sum = 0;
        for (int label = 0; label < classes; label++) {
            sum += count(truth, label);
        }
        return sum;
    }

    /// Rows that were given a class.
    public long ofLabel(int label) {
        long sum = 0;
        for (int truth = 0; truth < classes; truth++) {
            sum += count(truth, label);
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConfusionTable table && Arrays.equals(cells, table.cells);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(cells);
    }
}
