package lathe.engine.label;

import java.util.Arrays;
import lathe.scoring.Column;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;

/// How unlike rows are: the mean over the columns of 0 for equal and 1 for different texts, and of the distance of numbers on
/// the span of their middle 90 %, at most 1. Missing is a value of its own.
///
/// Source: J. C. Gower, "A General Coefficient of Similarity and Some of Its Properties", Biometrics 27 (1971); the span is
/// not the whole range, so that one outlier does not make all others alike.
final class RowDistance {

    private static final double TAIL = 0.05;

    private final double[][] numbers;   // on their span
    private final int[][] codes;

    private RowDistance(double[][] numbers, int[][] codes) {
        this.numbers = numbers;
        this.codes = codes;
    }

    static RowDistance of(Table table) {
        return new RowDistance(
                table.columns().stream().filter(NumberColumn.class::isInstance).map(RowDistance::scaled).toArray(double[][]::new),
                table.columns().stream().filter(StringColumn.class::isInstance).map(each -> ((StringColumn) each).codes()).toArray(int[][]::new));
    }

    private static double[] scaled(Column column) {
        double[] values = ((NumberColumn) column).values();
        double[] sorted = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
        if (sorted.length == 0) {
            return values;
        }
        double low = sorted[(int) (TAIL * (sorted.length - 1))];
        double high = sorted[(int) Math.ceil((1 - TAIL) * (sorted.length - 1))];
        double span = high > low ? high - low : 1;
        return Arrays.stream(values).map(value -> value / span).toArray();
    }

    /// In [0, 1]; 0 for a table without columns.
    double between(int one, int other) {
        double sum = 0;
        for (double[] column : numbers) {
            double a = column[one];
            double b = column[other];
            boolean missing = Double.isNaN(a) || Double.isNaN(b);
            sum += missing ? (Double.isNaN(a) && Double.isNaN(b) ? 0 : 1) : Math.min(1, Math.abs(a - b));
        }
        for (int[] column : codes) {
            sum += column[one] == column[other] ? 0 : 1;
        }
        int columns = numbers.length + codes.length;
        return columns == 0 ? 0 : sum / columns;
    }
}
