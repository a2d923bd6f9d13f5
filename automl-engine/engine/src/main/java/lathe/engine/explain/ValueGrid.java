package lathe.engine.explain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lathe.scoring.Column;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;

/// The values of a column that a dependence tries: values that rows have, so that nothing impossible is asked.
///
/// Numbers and dates: quantiles from 1 % to 99 %, so that a single outlier does not stretch the scale. Others: the most
/// frequent texts.
///
/// @param texts   as a table has them; empty for "missing", which comes last
/// @param numbers places on a scale; `NaN` without one
/// @param counts  rows that have the value or are nearest to it
record ValueGrid(List<String> texts, List<Double> numbers, List<Integer> counts) {

    private static final double TAIL = 0.01;

    static ValueGrid of(Column column, FieldType type, int most) {
        ValueGrid grid = switch (column) {
            case NumberColumn numbers -> scale(numbers, most);
            case StringColumn strings when type == FieldType.DATE -> dates(strings, most);
            case StringColumn strings -> levels(strings, most);
        };
        int missing = (int) IntStream.range(0, column.rows()).filter(column::isMissing).count();
        return missing == 0 ? grid : grid.with("", Double.NaN, missing);
    }

    private ValueGrid with(String text, double number, int count) {
        List<String> newTexts = new ArrayList<>(texts);
        List<Double> newNumbers = new ArrayList<>(numbers);
        List<Integer> newCounts = new ArrayList<>(counts);
        newTexts.add(text);
        newNumbers.add(number);
        newCounts.add(count);
        return new ValueGrid(newTexts, newNumbers, newCounts);
    }

    private static ValueGrid scale(NumberColumn column, int most) {
        double[] sorted = Arrays.stream(column.values()).filter(value -> !Double.isNaN(value)).sorted().toArray();
        double[] grid = quantiles(sorted, most);
        return onScale(sorted, grid, Arrays.stream(grid).mapToObj(Double::toString).toList());
    }

    private static ValueGrid dates(StringColumn column, int most) {
        Map<Double, String> texts = new HashMap<>();
        List<Double> moments = new ArrayList<>();
        for (int row = 0; row < column.rows(); row++) {
            double moment = column.isMissing(row) ? Double.NaN : moment(column.text(row));
            if (!Double.isNaN(moment)) {
                texts.putIfAbsent(moment, column.text(row));
                moments.add(moment);
            }
        }
        double[] sorted = moments.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double[] grid = quantiles(sorted, most);
        return onScale(sorted, grid, Arrays.stream(grid).mapToObj(moment -> texts.getOrDefault(moment, "")).toList());
    }

    /// Seconds since 1970, `NaN` if it is no date.
    private static double moment(String text) {
        try {
            return text.length() > 10 ? LocalDateTime.parse(text).toEpochSecond(ZoneOffset.UTC)
                    : LocalDate.parse(text).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        } catch (DateTimeException noDate) {
            return Double.NaN;
        }
    }

    private static double[] quantiles(double[] sorted, int most) {
        double[] distinct = Arrays.stream(sorted).distinct().toArray();
        if (distinct.length <= most) {
            return distinct;
        }
        return IntStream.range(0, most).mapToDouble(i -> {
            double share = TAIL + (1 - 2 * TAIL) * i / (most - 1);
            return sorted[(int) Math.round(share * (sorted.length - 1))];
        }).distinct().toArray();
    }

    private static ValueGrid onScale(double[] sorted, double[] grid, List<String> texts) {
        int[] counts = new int[grid.length];
        int nearest = 0;
        for (double value : sorted) {
            while (nearest + 1 < grid.length
                    && Math.abs(grid[nearest + 1] - value) <= Math.abs(grid[nearest] - value)) {
                nearest++;
            }
            counts[nearest]++;
        }
        return new ValueGrid(texts, Arrays.stream(grid).boxed().toList(), Arrays.stream(counts).boxed().toList());
    }

    private static ValueGrid levels(StringColumn column, int most) {
        int[] counts = new int[column.levels().size()];
        for (int row = 0; row < column.rows(); row++) {
            if (!column.isMissing(row)) {
                counts[column.code(row)]++;
            }
        }
        List<Integer> chosen = IntStream.range(0, counts.length).filter(level -> counts[level] > 0).boxed()
                .sorted(Comparator.comparingInt((Integer level) -> -counts[level])
                        .thenComparing(level -> column.levels().get(level))).limit(most).toList();
        return new ValueGrid(chosen.stream().map(level -> column.levels().get(level)).toList(),
                chosen.stream().map(level -> Double.NaN).toList(), chosen.stream().map(level -> counts[level]).toList());
    }
}
