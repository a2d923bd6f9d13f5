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

    final List<NetworkInput.Plain> numbers = new ArrayList<>();
    final List<Integer> levelFeatures = new ArrayList<>();
    /// Row by row, shape rows × numbers; longer where there is room for more.
    final float[] values;
    /// For each of the level features, shape rows; longer where there is room for more.
    final List<int[]> codes = new ArrayList<>();

    private final List<Integer> levels = new ArrayList<>();
    private final int room;
    private int rows;

    /// Rows scaled and not yet added.
    ///
    /// @param values row by row
    /// @param codes  by level feature
    record Scaled(int rows, float[] values, List<int[]> codes) { }

    /// The rows of a matrix.
    ///
    /// @param matrix finite
    InputData(Matrix matrix) {
        this(matrix, matrix.rows(), 0);
        add(scaled(matrix));
    }

    private InputData(Matrix sample, int room, int others) {
        for (int feature = 0; feature < sample.width(); feature++) {
            double[] column = sample.column(feature);
            if (sample.numbersLevels(feature) && areCodes(column)) {
                levelFeatures.add(feature);
                levels.add((int) Arrays.stream(column).max().orElse(0) + 1 + others);
            } else {
                addNumber(feature, column);
            }
        }
        this.room = room;
        values = new float[Math.multiplyExact(room, numbers.size())];
        levelFeatures.forEach(feature -> codes.add(new int[room]));
    }

    /// Room for rows scaled as those of a sample. A level the sample does not have counts as one besides its levels.
    static InputData gathering(Matrix sample, int room) {
        return new InputData(sample, room, 1);
    }

    /// @param matrix finite, with the features of the first
    Scaled scaled(Matrix matrix) {
        int p = numbers.size();
        float[] scaled = new float[Math.multiplyExact(matrix.rows(), p)];
        for (int i = 0; i < p; i++) {
            NetworkInput.Plain number = numbers.get(i);
            double[] column = matrix.column(number.feature());
            for (int row = 0; row < column.length; row++) {
                scaled[row * p + i] = (float) number.value(column[row]);
            }
        }
        List<int[]> coded = new ArrayList<>();
        for (int i = 0; i < levelFeatures.size(); i++) {
            int other = levels.get(i) - 1;
            coded.add(Arrays.stream(matrix.column(levelFeatures.get(i))).mapToInt(code -> code >= 0 && code < other ? (int) code : other).toArray());
        }
        return new Scaled(matrix.rows(), scaled, coded);
    }

    /// Adds as many rows as there is room for.
    void add(Scaled more) {
        int added = Math.min(more.rows, room - rows);
        int p = numbers.size();
        System.arraycopy(more.values, 0, values, rows * p, added * p);
        for (int i = 0; i < codes.size(); i++) {
            System.arraycopy(more.codes.get(i), 0, codes.get(i), rows, added);
        }
        rows += added;
    }

    int rows() {
        return rows;
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

    /// How many codes a level feature has.
    int levels(int index) {
        return levels.get(index);
    }
}
