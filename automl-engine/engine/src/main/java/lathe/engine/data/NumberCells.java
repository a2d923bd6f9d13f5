package lathe.engine.data;

import java.util.Arrays;

/// A column whose file type is a number; missing is `NaN`, infinities may still be there.
public final class NumberCells implements RawColumn {

    private final double[] values;

    public NumberCells(double[] values) {
        this.values = values;
    }

    public double value(int row) {
        return values[row];
    }

    NumberCells slice(int from, int to) {
        return new NumberCells(Arrays.copyOfRange(values, from, to));
    }

    /// The same as texts of numbers.
    TextCells asText() {
        TextCells.Builder builder = new TextCells.Builder();
        for (double value : values) {
            builder.add(CellKind.NUMBER, Double.isNaN(value) ? "" : NumberStyle.write(value));
        }
        return builder.build();
    }

    @Override
    public int rows() {
        return values.length;
    }
}
