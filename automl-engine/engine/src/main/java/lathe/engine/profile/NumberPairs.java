package lathe.engine.profile;

import java.util.Arrays;

/// Correlations of many columns at once: columns centred and brought to length 1, missing cells at 0, then products of
/// blocks of columns over blocks of rows that fit the cache.
final class NumberPairs {

    private static final int BLOCK = 32;
    private static final int ROWS = 512;

    private final double[][] columns;

    /// @param columns by column, `NaN` where missing; overwritten
    NumberPairs(double[][] columns) {
        this.columns = columns;
        Arrays.stream(columns).forEach(NumberPairs::normalise);
    }

    private static void normalise(double[] values) {
        double mean = Arrays.stream(values).filter(value -> !Double.isNaN(value)).average().orElse(0);
        double squares = 0;
        for (int row = 0; row < values.length; row++) {
            values[row] = Double.isNaN(values[row]) ? 0 : values[row] - mean;
            squares += values[row] * values[row];
        }
        double length = Math.sqrt(squares);
        for (int row = 0; row < values.length; row++) {
            values[row] = length > 0 && length < Double.MAX_VALUE ? values[row] / length : 0;
        }
    }

    /// Called with each pair whose absolute product is at least so large.
    interface Pairs {
        void pair(int earlier, int later, double product);
    }

    void above(double least, Pairs pairs) {
        for (int i = 0; i < columns.length; i += BLOCK) {
            for (int j = 0; j <= i; j += BLOCK) {
                block(j, i, least, pairs);
            }
        }
    }

    private void block(int left, int right, double least, Pairs pairs) {
        int leftEnd = Math.min(left + BLOCK, columns.length);
        int rightEnd = Math.min(right + BLOCK, columns.length);
        double[][] sums = new double[BLOCK][BLOCK];
        for (int from = 0; from < columns[0].length; from += ROWS) {
            int to = Math.min(from + ROWS, columns[0].length);
            for (int i = right; i < rightEnd; i++) {
                for (int j = left; j < Math.min(leftEnd, i); j++) {
                    sums[i - right][j - left] += dot(columns[i], columns[j], from, to);
                }
            }
        }
        for (int i = right; i < rightEnd; i++) {
            for (int j = left; j < Math.min(leftEnd, i); j++) {
                if (Math.abs(sums[i - right][j - left]) >= least) {
                    pairs.pair(j, i, sums[i - right][j - left]);
                }
            }
        }
    }

    // Four sums, so that one need not wait for the other.
    private static double dot(double[] x, double[] y, int from, int to) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int row = from;
        for (; row + 3 < to; row += 4) {
            a += x[row] * y[row];
            b += x[row + 1] * y[row + 1];
            c += x[row + 2] * y[row + 2];
            d += x[row + 3] * y[row + 3];
        }
        for (; row < to; row++) {
            a += x[row] * y[row];
        }
        return a + b + c + d;
    }
}
