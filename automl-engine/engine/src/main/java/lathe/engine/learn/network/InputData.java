package lathe.engine.learn.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lathe.scoring.Matrix;
import lathe.scoring.form.NetworkInput;

/// The rows of a fit as a network reads them: numbers scaled and clipped, levels as whole numbers.
///
/// Numbers are centred at their median and divided by the distance of their quartiles. Where the quartiles are equal, a number
/// with two values is divided by half its range, any other by its deviation, so that a far value does not press the rest
/// together. What never changes is left out. Source, but for the deviation: RealMLP, arXiv 2407.04491.
final class InputData {

    private static final int QUANTILE_ROWS = 20_000;
    private static final int MOST_LEVELS = 10_000;

    final int rows;
    final List<NetworkInput.Plain> numbers = new ArrayList<>();
    /// Row by row, shape rows × numbers.
    final float[] values;
    final List<Integer> levelFeatures = new ArrayList<>();
    /// For each of the level features, shape rows.
    final List<int[]> codes = new ArrayList<>();

    /// @param matrix finite
    InputData(Matrix matrix) {
        rows = matrix.rows();
        for (int feature = 0; feature < matrix.width(); feature++) {
            double[] column = matrix.column(feature);
            if (matrix.numbersLevels(feature) && areCodes(column)) {
                levelFeatures.add(feature);
                codes.add(Arrays.stream(column).mapToInt(code -> (int) code).toArray());
            } else {
                addNumber(feature, column);
            }
        }
        int p = numbers.size();
        values = new float[Math.multiplyExact(rows, p)];
        for (int i = 0; i < p; i++) {
            NetworkInput.Plain number = numbers.get(i);
            double[] column = matrix.column(number.feature());
            for (int row = 0; row < rows; row++) {
                values[row * p + i] = (float) number.value(column[row]);
            }
        }
    }

    private static boolean areCodes(double[] column) {
        return Arrays.stream(column).allMatch(code -> code >= 0 && code < MOST_LEVELS && code == Math.rint(code));
    }

    private void addNumber(int feature, double[] column) {
        double low = Arrays.stream(column).min().orElse(0);
        double high = Arrays.stream(column).max().orElse(0);
        if (low == high) {
            return;
        }
        int step = Math.max(1, column.length / QUANTILE_ROWS);
        double[] sorted = new double[(column.length + step - 1) / step];
        Arrays.setAll(sorted, i -> column[i * step]);
        Arrays.sort(sorted);
        double center = quantile(sorted, 0.5);
        double scale = quantile(sorted, 0.75) - quantile(sorted, 0.25);
        if (!(scale > 0)) {
            scale = Arrays.stream(column).allMatch(value -> value == low || value == high) ? high / 2 - low / 2
                    : deviation(column, high / 2 - low / 2);
        }
        if (scale >= Double.MIN_NORMAL && Double.isFinite(scale)) {
            numbers.add(new NetworkInput.Plain(feature, center, scale));
        }
    }

    // In a unit that keeps squares from overflowing.
    private static double deviation(double[] column, double unit) {
        double mean = 0;
        for (double value : column) {
            mean += value / unit / column.length;
        }
        double squares = 0;
        for (double value : column) {
            squares += (value / unit - mean) * (value / unit - mean);
        }
        return unit * Math.sqrt(squares / column.length);
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    int numberCount() {
        return numbers.size();
    }

    boolean isEmpty() {
        return numbers.isEmpty() && levelFeatures.isEmpty();
    }

    /// One more than the largest code of a level feature.
    int levels(int index) {
        return Arrays.stream(codes.get(index)).max().orElse(0) + 1;
    }
}
