package lathe.engine.profile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lathe.engine.data.NumberStyle;
import lathe.scoring.Column;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;

/// How the values of a column are spread, so that another table can be compared with it when its rows are gone.
///
/// @param type   what the values are
/// @param edges  of numbers: the bounds of tenths, ascending; an edge is a bin of its own, so that a value many rows hold is seen to
///               come or go
/// @param levels of other values: the commonest, none of a text's
/// @param counts rows by bin: below the first edge, at it, and so on; or by level, then those of all other levels together; the last
///               counts missing values
public record ColumnSketch(FieldType type, List<Double> edges, List<String> levels, List<Double> counts) {

    private static final int TENTHS = 10;
    private static final int LONGEST_LEVEL = 200;
    // Where the tenths lie is known well enough from so many rows.
    private static final int MOST_SORTED = 50_000;

    public ColumnSketch {
        edges = List.copyOf(edges);
        levels = List.copyOf(levels);
        counts = List.copyOf(counts);
    }

    /// @param mostLevels that are kept
    static ColumnSketch of(FieldType type, Column column, int mostLevels) {
        return switch (column) {
            case NumberColumn numbers -> numbers(type, numbers.values());
            case StringColumn texts -> texts(type, texts, type == FieldType.TEXT ? 0 : mostLevels);
        };
    }

    private static ColumnSketch numbers(FieldType type, double[] values) {
        int step = Math.max(1, values.length / MOST_SORTED);
        double[] sorted = IntStream.range(0, values.length / step).mapToDouble(i -> values[i * step])
                .filter(value -> !Double.isNaN(value)).sorted().toArray();
        double[] edges = IntStream.range(1, TENTHS).filter(i -> sorted.length > 0)
                .mapToDouble(i -> sorted[(int) ((long) i * sorted.length / TENTHS)]).distinct().toArray();
        return new ColumnSketch(type, Arrays.stream(edges).boxed().toList(), List.of(), boxed(counts(values, edges)));
    }

    private static ColumnSketch texts(FieldType type, StringColumn texts, int most) {
        int[] counts = FieldProfile.counts(texts);
        List<String> levels = IntStream.range(0, counts.length).filter(level -> counts[level] > 0 && texts.levels().get(level).length() <= LONGEST_LEVEL)
                .boxed().sorted((one, other) -> counts[one] != counts[other] ? Integer.compare(counts[other], counts[one])
                        : texts.levels().get(one).compareTo(texts.levels().get(other))).limit(most).map(texts.levels()::get).toList();
        return new ColumnSketch(type, List.of(), levels, boxed(counts(texts, levels)));
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    /// Rows of another column in the bins of this one.
    static double[] counts(double[] values, double[] edges) {
        double[] counts = new double[2 * edges.length + 2];
        for (double value : values) {
            int at = Double.isNaN(value) ? -1 : Arrays.binarySearch(edges, value);
            counts[Double.isNaN(value) ? counts.length - 1 : at >= 0 ? 2 * at + 1 : 2 * (-at - 1)]++;
        }
        return counts;
    }

    /// Rows by level, then all others, then missing ones.
    static double[] counts(StringColumn texts, List<String> levels) {
        Map<String, Integer> bin = new HashMap<>();
        levels.forEach(level -> bin.put(level, bin.size()));
        int[] bins = texts.levels().stream().mapToInt(level -> bin.getOrDefault(level, levels.size())).toArray();
        double[] counts = new double[levels.size() + 2];
        for (int code : texts.codes()) {
            counts[code < 0 ? levels.size() + 1 : bins[code]]++;
        }
        return counts;
    }

    /// Whether no level was left out.
    boolean isWhole() {
        return edges.isEmpty() && counts.get(levels.size()) == 0;
    }

    /// Of numbers, the value that a share of them lies below, as closely as tenths tell; not a number where there are none.
    double quantile(double share) {
        double values = counts.stream().mapToDouble(Double::doubleValue).sum() - missing();
        if (edges.isEmpty() || values == 0) {
            return Double.NaN;
        }
        int bin = 0;
        double below = counts.getFirst();
        while (below < share * values && bin + 2 < counts.size()) {
            bin++;
            below += counts.get(bin);
        }
        int edge = Math.min(bin / 2, edges.size() - 1);
        boolean between = bin % 2 == 0 && bin > 0 && bin / 2 < edges.size();
        return between ? (edges.get(edge - 1) + edges.get(edge)) / 2 : edges.get(edge);
    }

    /// Whether a text is one of its commonest levels, or, as a number, one of the edges between its tenths.
    boolean holds(String text) {
        return levels.contains(text) || edges.stream().anyMatch(edge -> text.equals(NumberStyle.write(edge)));
    }

    /// Rows with a level; 0 for one that is not known.
    double count(String level) {
        int at = levels.indexOf(level);
        return at < 0 ? 0 : counts.get(at);
    }

    double missing() {
        return counts.getLast();
    }
}
