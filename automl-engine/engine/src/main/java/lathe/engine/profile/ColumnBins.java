package lathe.engine.profile;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import lathe.scoring.Column;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;

/// A column cut into bins: numbers and dates at quantiles, texts by level.
final class ColumnBins {

    /// The bin of the rows without a value.
    static final int MISSING = 0;

    private static final int QUANTILES = 64;

    private final int[] bins;
    private final int count;
    private final double[] values;

    private ColumnBins(int[] bins, int count, double[] values) {
        this.bins = bins;
        this.count = count;
        this.values = values;
    }

    static ColumnBins of(Column column, FieldType type) {
        return switch (column) {
            case NumberColumn numbers -> ofNumbers(numbers.values());
            case StringColumn texts when type == FieldType.DATE -> ofNumbers(ranks(texts));
            case StringColumn texts -> ofLevels(texts);
        };
    }

    private static ColumnBins ofLevels(StringColumn texts) {
        int[] bins = Arrays.stream(texts.codes()).map(code -> code + 1).toArray();
        return new ColumnBins(bins, texts.levels().size() + 1, new double[0]);
    }

    /// ISO dates sort by their text.
    private static double[] ranks(StringColumn texts) {
        Integer[] order = IntStream.range(0, texts.levels().size()).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparing(texts.levels()::get));
        double[] rank = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            rank[order[i]] = i;
        }
        return Arrays.stream(texts.codes()).mapToDouble(code -> code < 0 ? Double.NaN : rank[code]).toArray();
    }

    private static ColumnBins ofNumbers(double[] values) {
        double[] sorted = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
        double[] edges = IntStream.range(1, QUANTILES).filter(i -> sorted.length > 0)
                .mapToDouble(i -> sorted[(int) ((long) i * sorted.length / QUANTILES)]).distinct().toArray();
        int[] bins = new int[values.length];
        for (int row = 0; row < values.length; row++) {
            if (!Double.isNaN(values[row])) {
                int at = Arrays.binarySearch(edges, values[row]);
                bins[row] = (at >= 0 ? at + 1 : -at - 1) + 1;
            }
        }
        return new ColumnBins(bins, edges.length + 2, values);
    }

    int count() {
        return count;
    }

    int bin(int row) {
        return bins[row];
    }

    /// Whether a line can be fitted inside a bin.
    boolean hasValues() {
        return values.length > 0;
    }

    double value(int row) {
        return values[row];
    }
}
