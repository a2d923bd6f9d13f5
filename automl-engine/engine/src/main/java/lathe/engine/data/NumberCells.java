package lathe.engine.data;

/// A column whose file type is a number; missing is `NaN`, infinities may still be there.
public final class NumberCells implements RawColumn {

    private final double[] values;

    public NumberCells(double[] values) {
        this.values = values;
    }

    public double value(int row) {
        return values[row];
    }

    @Override
    public int rows() {
        return values.length;
    }
}
