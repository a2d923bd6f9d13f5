package lathe.scoring;

import java.util.Arrays;

/// Numbers; missing is `NaN`. Infinities are refused at import, so every other value is finite.
public final class NumberColumn implements Column {

    private final double[] values;

    public NumberColumn(double[] values) {
        this.values = values;
    }

    public double value(int row) {
        return values[row];
    }

    /// The values themselves, not a copy; callers must not write to it.
    public double[] values() {
        return values;
    }

    @Override
    public int rows() {
        return values.length;
    }

    @Override
    public boolean isMissing(int row) {
        return Double.isNaN(values[row]);
    }

    @Override
    public NumberColumn select(int[] rowIndices) {
        double[] selected = new double[rowIndices.length];
        for (int i = 0; i < selected.length; i++) {
            selected[i] = values[rowIndices[i]];
        }
        return new NumberColumn(selected);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NumberColumn column && Arrays.equals(values, column.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
