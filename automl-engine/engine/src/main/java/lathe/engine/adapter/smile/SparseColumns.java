package lathe.engine.adapter.smile;

import java.util.stream.IntStream;

/// Columns that remember where they are not zero, so that one-hot and text columns cost what they hold.
final class SparseColumns {

    private static final double DENSE_SHARE = 0.3;

    private final double[][] values;
    private final int[][] rows;

    /// @param columns shape p × n; dense ones are kept, not copied
    SparseColumns(double[][] columns) {
        values = new double[columns.length][];
        rows = new int[columns.length][];
        for (int j = 0; j < columns.length; j++) {
            double[] column = columns[j];
            int[] filled = IntStream.range(0, column.length).filter(row -> column[row] != 0).toArray();
            if (filled.length > DENSE_SHARE * column.length) {
                values[j] = column;
                rows[j] = new int[0];
            } else {
                rows[j] = filled;
                values[j] = new double[filled.length];
                for (int i = 0; i < filled.length; i++) {
                    values[j][i] = column[filled[i]];
                }
            }
        }
    }

    int width() {
        return values.length;
    }

    private boolean dense(int column) {
        return values[column].length > rows[column].length;
    }

    /// Adds `weight` × column to `sum`, shape n.
    void addTo(double[] sum, int column, double weight) {
        double[] value = values[column];
        if (weight == 0) {
            return;
        }
        if (dense(column)) {
            for (int row = 0; row < value.length; row++) {
                sum[row] += weight * value[row];
            }
            return;
        }
        int[] at = rows[column];
        for (int i = 0; i < at.length; i++) {
            sum[at[i]] += weight * value[i];
        }
    }

    /// The sum over rows of column × `other`, shape n.
    double dot(int column, double[] other) {
        double[] value = values[column];
        double sum = 0;
        if (dense(column)) {
            for (int row = 0; row < value.length; row++) {
                sum += value[row] * other[row];
            }
            return sum;
        }
        int[] at = rows[column];
        for (int i = 0; i < at.length; i++) {
            sum += value[i] * other[at[i]];
        }
        return sum;
    }
}
