package lathe.engine.learn;

import lathe.scoring.Task;

/// The true answers, row by row: class indices or values.
public final class Target {

    private final Task task;
    private final double[] values;
    private final int classes;

    private Target(Task task, double[] values, int classes) {
        this.task = task;
        this.values = values;
        this.classes = classes;
    }

    /// @param values finite, shape n
    public static Target regression(double[] values) {
        return new Target(Task.REGRESSION, values, 0);
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
        return new Target(classes == 2 ? Task.BINARY : Task.MULTICLASS, values, classes);
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

    public Target select(int[] rows) {
        double[] selected = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            selected[i] = values[rows[i]];
        }
        return new Target(task, selected, classes);
    }
}
