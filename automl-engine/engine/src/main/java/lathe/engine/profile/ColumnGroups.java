package lathe.engine.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import lathe.scoring.Column;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;

/// A column as a few groups of rows: its commonest levels, ranges of its numbers, days, months or years of its dates.
final class ColumnGroups {

    private static final int RANGES = 8;
    private static final int[] DATE_PARTS = {10, 7, 4};   // characters of a day, a month, a year

    private final List<GroupKey> keys;
    private final int[] codes;

    private ColumnGroups(List<GroupKey> keys, int[] codes) {
        this.keys = List.copyOf(keys);
        this.codes = codes;
    }

    /// @param most levels, numbers or dates with a group of their own; more numbers make eight ranges of about as many rows each
    static ColumnGroups of(Column column, FieldType type, int most) {
        return switch (column) {
            case NumberColumn numbers -> ofNumbers(numbers.values(), most);
            case StringColumn texts when type == FieldType.DATE -> ofTexts(texts, datePart(texts, most), most, true);
            case StringColumn texts -> ofTexts(texts, UnaryOperator.identity(), most, false);
        };
    }

    // The finest part that makes few enough groups.
    private static UnaryOperator<String> datePart(StringColumn dates, int most) {
        for (int length : DATE_PARTS) {
            if (dates.levels().stream().map(text -> cut(text, length)).distinct().limit(most + 1L).count() <= most) {
                return text -> cut(text, length);
            }
        }
        return text -> cut(text, DATE_PARTS[DATE_PARTS.length - 1]);
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }

    private static ColumnGroups ofTexts(StringColumn texts, UnaryOperator<String> part, int most, boolean rising) {
        int[] rows = FieldProfile.counts(texts);
        Map<String, Integer> counts = new HashMap<>();
        for (int level = 0; level < rows.length; level++) {
            if (rows[level] > 0) {
                counts.merge(part.apply(texts.levels().get(level)), rows[level], Integer::sum);
            }
        }
        List<String> kept = counts.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed()
                .thenComparing(Map.Entry.comparingByKey())).limit(most).map(Map.Entry::getKey).toList();
        List<String> shown = rising ? kept.stream().sorted().toList() : kept;
        List<GroupKey> keys = new ArrayList<>(shown.stream().map(GroupKey::level).toList());
        Map<String, Integer> places = new HashMap<>();
        IntStream.range(0, shown.size()).forEach(place -> places.put(shown.get(place), place));
        if (counts.size() > kept.size()) {
            keys.add(GroupKey.OTHERS);
        }
        int[] ofLevel = texts.levels().stream().mapToInt(text -> places.getOrDefault(part.apply(text), shown.size())).toArray();
        return withMissing(keys, Arrays.stream(texts.codes()).map(code -> code < 0 ? -1 : ofLevel[code]).toArray());
    }

    private static ColumnGroups ofNumbers(double[] values, int most) {
        double[] sorted = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
        double[] distinct = Arrays.stream(sorted).distinct().limit(most + 1L).toArray();
        double[] starts = distinct.length <= most ? distinct : IntStream.range(0, RANGES)
                .mapToDouble(range -> sorted[(int) ((long) range * sorted.length / RANGES)]).distinct().toArray();
        double[] ends = starts.clone();
        int[] codes = new int[values.length];
        for (int row = 0; row < values.length; row++) {
            int at = Double.isNaN(values[row]) ? 0 : Arrays.binarySearch(starts, values[row]);
            codes[row] = Double.isNaN(values[row]) ? -1 : at >= 0 ? at : -at - 2;
            if (codes[row] >= 0) {
                ends[codes[row]] = Math.max(ends[codes[row]], values[row]);
            }
        }
        return withMissing(new ArrayList<>(IntStream.range(0, starts.length).mapToObj(i -> GroupKey.range(starts[i], ends[i])).toList()), codes);
    }

    private static ColumnGroups withMissing(List<GroupKey> keys, int[] codes) {
        if (Arrays.stream(codes).anyMatch(code -> code < 0)) {
            keys.add(GroupKey.MISSING);
            return new ColumnGroups(keys, Arrays.stream(codes).map(code -> code < 0 ? keys.size() - 1 : code).toArray());
        }
        return new ColumnGroups(keys, codes);
    }

    List<GroupKey> keys() {
        return keys;
    }

    /// The group of a row, from 0.
    int group(int row) {
        return codes[row];
    }

    boolean isMissing(int row) {
        return keys.get(codes[row]).kind() == GroupKey.Kind.MISSING;
    }

    int rows() {
        return codes.length;
    }

    /// The groups as levels of a category.
    StringColumn asLevels() {
        int[] levels = IntStream.range(0, codes.length).map(row -> isMissing(row) ? -1 : codes[row]).toArray();
        return new StringColumn(levels, IntStream.range(0, keys.size()).mapToObj(Integer::toString).toList());
    }
}
