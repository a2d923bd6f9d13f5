package lathe.engine.learn;

import java.util.Arrays;
import lathe.scoring.Task;

/// The true answers, row by row: class indices or values; and how much each row counts, 1 where nobody said.
///
/// Weights say what a row is worth beside the others, as if it stood there more often. They hold in fits and in metrics.
public final class Target {

    private final Task task;
    private final double[] values;
    private final int classes;
    private final double[] weights;   // none where every row counts 1

    private Target(Task task, double[] values, int classes, double[] weights) {
        this.task = task;
        this.values = values;
        this.classes = classes;
        this.weights = weights;
    }

    /// @param values finite, shape n
    public static Target regression(double[] values) {
        return new Target(Task.REGRESSION, values, 0, new double[0]);
    }

    /// @param indices class of each row in [0, classes), shape n
    public static Target classes(int[] indices, int classes) {
        double[] values = new double[indices.length];
        for (int row = 0; row < values.length; row++) {
            if (indices[row] < 0 || indices[row] >= classes) {
                throw new IllegalArgumentException("row %d: class index must lie in [0, %d), was %d"
                        .formatted(row, classes, indices[row]));
            }
            values[row] = indices[row];
        }
        return new Target(classes == 2 ? Task.BINARY : Task.MULTICLASS, values, classes, new double[0]);
    }

    /// The same answers with a weight for each row, shape n; not normalised.
    ///
    /// @throws IllegalArgumentException if a weight is not finite and above 0
    public Target weighted(double[] rowWeights) {
        if (rowWeights.length != values.length) {
            throw new IllegalArgumentException("every row needs a weight, had %d for %d".formatted(rowWeights.length, values.length));
        }
        for (int row = 0; row < rowWeights.length; row++) {
            if (!(rowWeights[row] > 0 && rowWeights[row] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("row %d: a weight must be finite and above 0, was %s".formatted(row, rowWeights[row]));
            }
        }
        return new Target(task, values, classes, rowWeights.clone());
    }

    /// The same answers, every row counting 1.
    public Target unweighted() {
        return new Target(task, values, classes, new double[0]);
    }

    public boolean isWeighted() {
        return weights.length > 0;
    }

    public double weight(int row) {
        return weights.length == 0 ? 1 : weights[row];
    }

    /// Of all rows, shape n.
    public double[] weights() {
        if (weights.length > 0) {
            return weights.clone();
        }
        double[] ones = new double[values.length];
        Arrays.fill(ones, 1);
        return ones;
    }

    /// Sum of the weights: the number of rows where every row counts 1.
    public double totalWeight() {
        return weights.length == 0 ? values.length : Arrays.stream(weights).sum();
    }

    public Task task() {
        return task;
    }

    public int rows() {
        return values.length;
    }

    /// Number of classes; 0 for regression.
    public int classCount() {
        return classes;
    }

    /// Numbers a model gives for a row.
    public int outputs() {
        return task.isClassification() ? classes : 1;
    }

    public double value(int row) {
        return values[row];
    }

    public int classIndex(int row) {
        return (int) values[row];
    }

    public double[] toArray() {
        return values.clone();
    }

    public int[] toClassArray() {
        int[] indices = new int[values.length];
        for (int row = 0; row < indices.length; row++) {
            indices[row] = classIndex(row);
        }
        return indices;
    }

    /// These rows and behind them those of another target of the same task.
    public Target and(Target more) {
        double[] all = Arrays.copyOf(values, values.length + more.values.length);
        System.arraycopy(more.values, 0, all, values.length, more.values.length);
        double[] counted = new double[0];
        if (isWeighted() || more.isWeighted()) {
            counted = Arrays.copyOf(weights(), all.length);
            System.arraycopy(more.weights(), 0, counted, values.length, more.values.length);
        }
        return new Target(task, all, classes, counted);
    }

    public Target select(int[] rows) {
        double[] selected = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            selected[i] = values[rows[i]];
        }
        return new Target(task, selected, classes, weights.length == 0 ? weights : Arrays.stream(rows).mapToDouble(row -> weights[row]).toArray());
    }
}
