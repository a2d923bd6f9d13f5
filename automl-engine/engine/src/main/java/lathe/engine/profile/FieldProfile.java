package lathe.engine.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;
import org.jspecify.annotations.Nullable;

/// Statistics of one column.
///
/// @param name     of the column
/// @param type     of its values
/// @param count    rows with a value
/// @param missing  rows without one
/// @param distinct different values
/// @param numbers  for number columns that have a value
/// @param top      the commonest texts, for all other columns
public record FieldProfile(String name, FieldType type, int count, int missing, int distinct,
                           @Nullable NumberSummary numbers, List<LevelCount> top) {

    /// Most texts in [#top].
    public static final int TOP = 20;

    public FieldProfile {
        top = List.copyOf(top);
    }

    static FieldProfile of(Field field, Column column) {
        return switch (column) {
            case NumberColumn numbers -> ofNumbers(field, numbers);
            case StringColumn texts -> ofTexts(field, texts);
        };
    }

    /// Share of the rows without a value, from 0 to 1.
    public double missingShare() {
        return count + missing == 0 ? 0 : missing / (double) (count + missing);
    }

    private static FieldProfile ofNumbers(Field field, NumberColumn column) {
        double[] sorted = Arrays.stream(column.values()).filter(value -> !Double.isNaN(value)).sorted().toArray();
        int distinct = 0;
        for (int i = 0; i < sorted.length; i++) {
            distinct += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
        }
        return new FieldProfile(field.name(), field.type(), sorted.length, column.rows() - sorted.length, distinct,
                sorted.length == 0 ? null : NumberSummary.of(sorted), List.of());
    }

    private static FieldProfile ofTexts(Field field, StringColumn column) {
        int[] counts = counts(column);
        List<LevelCount> levels = new ArrayList<>();
        int count = 0;
        for (int level = 0; level < counts.length; level++) {
            if (counts[level] > 0) {
                levels.add(new LevelCount(column.levels().get(level), counts[level]));
                count += counts[level];
            }
        }
        levels.sort(Comparator.comparingInt(LevelCount::count).reversed().thenComparing(LevelCount::text));
        return new FieldProfile(field.name(), field.type(), count, column.rows() - count, levels.size(), null,
                levels.subList(0, Math.min(TOP, levels.size())));
    }

    /// Rows of each level.
    static int[] counts(StringColumn column) {
        int[] counts = new int[column.levels().size()];
        for (int code : column.codes()) {
            if (code >= 0) {
                counts[code]++;
            }
        }
        return counts;
    }
}
