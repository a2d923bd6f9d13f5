package lathe.scoring;

import java.util.Arrays;

/// Answers of a model, row by row: one number for regression, a probability for each class otherwise.
public final class Predictions {

    private final int width;
    private final double[] values;

    /// @param width  numbers in a row: 1 for regression, the class count otherwise
    /// @param values row by row, shape n × width; not copied
    public Predictions(int width, double[] values) {
        if (width < 1 || values.length % width != 0) {
            throw new IllegalArgumentException("predictions need full rows of width %d, had %d values"
                    .formatted(width, values.length));
        }
        this.width = width;
        this.values = values;
    }

    public int rows() {
        return values.length / width;
    }

    public int width() {
        return width;
    }

    public double at(int row, int output) {
        return values[row * width + output];
    }

    /// The values themselves, row by row; callers must not write to it.
    public double[] values() {
        return values;
    }

    /// Index of the largest value of a row, the first one on ties.
    public int best(int row) {
        int best = 0;
        for (int output = 1; output < width; output++) {
            if (at(row, output) > at(row, best)) {
                best = output;
            }
        }
        return best;
    }

    /// One row as a copy.
    public double[] row(int row) {
        return Arrays.copyOfRange(values, row * width, (row + 1) * width);
    }

    public Predictions select(int[] rowIndices) {
        double[] selected = new double[rowIndices.length * width];
        for (int i = 0; i < rowIndices.length; i++) {
            System.arraycopy(values, rowIndices[i] * width, selected, i * width, width);
        }
        return new Predictions(width, selected);
    }
}
