package lathe.engine.profile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lathe.engine.progress.CancelToken;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;

/// Two columns side by side, over the rows that have both: what a picture of them shows, and how closely they go together.
/// Dates count as numbers: seconds since 1970 in UTC.
public sealed interface ColumnPair {

    int MOST_DRAWN = 2000;
    int MOST_LEVELS = 12;

    /// Rows that have both values.
    int rows();

    /// From 0 (nothing in common) to 1 in size; `NaN` for fewer than 30 rows.
    double strength();

    /// Two numbers.
    ///
    /// @param strength Spearman's rank correlation, over all rows
    /// @param drawn    at most [#MOST_DRAWN] rows, drawn evenly from the table's order
    record Points(int rows, double strength, List<Spot> drawn) implements ColumnPair {

        public Points {
            drawn = List.copyOf(drawn);
        }
    }

    /// A row of two numbers.
    record Spot(double x, double y) { }

    /// A category and a number.
    ///
    /// @param strength correlation ratio: its square is the share of the number's variance between the levels
    /// @param boxes    the commonest level first
    record Boxes(int rows, double strength, List<Box> boxes) implements ColumnPair {

        public Boxes {
            boxes = List.copyOf(boxes);
        }
    }

    /// The numbers of one level: quantiles at 5, 25, 50, 75 and 95 %.
    record Box(GroupKey key, int rows, double low, double lowerQuarter, double median, double upperQuarter, double high) { }

    /// Two categories.
    ///
    /// @param strength Cramér's V, corrected for bias
    /// @param shares   by level of the first, the share of each level of the second
    record Shares(int rows, double strength, List<GroupKey> down, List<GroupKey> across, List<List<Double>> shares) implements ColumnPair {

        public Shares {
            down = List.copyOf(down);
            across = List.copyOf(across);
            shares = shares.stream().map(List::copyOf).toList();
        }
    }

    /// Whether a column can be one of two.
    static boolean takes(FieldType type) {
        return isNumber(type) || type == FieldType.CATEGORY || type == FieldType.BOOLEAN;
    }

    private static boolean isNumber(FieldType type) {
        return type == FieldType.NUMBER || type == FieldType.DATE;
    }

    /// Of a category and a number the category comes first whatever the order of the names.
    ///
    /// @param cancel asked between the passes
    /// @throws java.util.concurrent.CancellationException if asked to stop
    /// @throws IllegalArgumentException if the table has no such columns
    static ColumnPair of(Table table, String first, String second, CancelToken cancel) {
        boolean numberFirst = isNumber(table.schema().field(first).type());
        boolean numberSecond = isNumber(table.schema().field(second).type());
        if (numberFirst && numberSecond) {
            return points(numbers(table, first), numbers(table, second), cancel);
        }
        if (numberFirst || numberSecond) {
            return boxes(groups(table, numberFirst ? second : first), numbers(table, numberFirst ? first : second), cancel);
        }
        return shares(groups(table, first), groups(table, second), cancel);
    }

    private static ColumnGroups groups(Table table, String name) {
        return ColumnGroups.of(table.column(name), table.schema().field(name).type(), MOST_LEVELS);
    }

    private static double[] numbers(Table table, String name) {
        Field field = table.schema().field(name);
        Column column = table.column(name);
        return switch (column) {
            case NumberColumn numbers -> numbers.values();
            case StringColumn dates -> {
                double[] ofLevel = dates.levels().stream().mapToDouble(text -> field.type() == FieldType.DATE ? seconds(text) : Double.NaN).toArray();
                yield Arrays.stream(dates.codes()).mapToDouble(code -> code < 0 ? Double.NaN : ofLevel[code]).toArray();
            }
        };
    }

    private static double seconds(String date) {
        try {
            return (date.indexOf('T') < 0 ? LocalDate.parse(date).atStartOfDay() : LocalDateTime.parse(date)).toEpochSecond(ZoneOffset.UTC);
        } catch (DateTimeException noDate) {
            return Double.NaN;
        }
    }

    private static Points points(double[] x, double[] y, CancelToken cancel) {
        int[] both = IntStream.range(0, x.length).filter(row -> !Double.isNaN(x[row]) && !Double.isNaN(y[row])).toArray();
        int drawn = Math.min(MOST_DRAWN, both.length);
        List<Spot> spots = IntStream.range(0, drawn).map(i -> both[(int) ((long) i * both.length / drawn)])
                .mapToObj(row -> new Spot(x[row], y[row])).toList();
        GroupedRows.requireWanted(cancel);
        return new Points(both.length, told(both.length, Associations.spearman(x, y)), spots);
    }

    private static double told(int rows, double strength) {
        return rows < Associations.FEWEST_ROWS ? Double.NaN : strength;
    }

    private static Boxes boxes(ColumnGroups groups, double[] values, CancelToken cancel) {
        double[][] ofGroup = new double[groups.keys().size()][];
        int[] filled = new int[ofGroup.length];
        IntStream.range(0, values.length).filter(row -> !Double.isNaN(values[row])).forEach(row -> filled[groups.group(row)]++);
        Arrays.setAll(ofGroup, group -> new double[filled[group]]);
        Arrays.fill(filled, 0);
        for (int row = 0; row < values.length; row++) {
            if (!Double.isNaN(values[row])) {
                int group = groups.group(row);
                ofGroup[group][filled[group]++] = values[row];
            }
        }
        List<Box> boxes = new ArrayList<>();
        int rows = 0;
        for (int group = 0; group < ofGroup.length; group++) {
            GroupedRows.requireWanted(cancel);
            if (ofGroup[group].length > 0 && groups.keys().get(group).kind() != GroupKey.Kind.MISSING) {
                Arrays.sort(ofGroup[group]);
                boxes.add(box(groups.keys().get(group), ofGroup[group]));
                rows += ofGroup[group].length;
            }
        }
        return new Boxes(rows, told(rows, Associations.correlationRatio(groups.asLevels(), values)), boxes);
    }

    private static Box box(GroupKey key, double[] sorted) {
        return new Box(key, sorted.length, quantile(sorted, 0.05), quantile(sorted, 0.25), quantile(sorted, 0.5),
                quantile(sorted, 0.75), quantile(sorted, 0.95));
    }

    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    private static Shares shares(ColumnGroups down, ColumnGroups across, CancelToken cancel) {
        double[][] counts = new double[down.keys().size()][across.keys().size()];
        int rows = 0;
        for (int row = 0; row < down.rows(); row++) {
            if (!down.isMissing(row) && !across.isMissing(row)) {
                counts[down.group(row)][across.group(row)]++;
                rows++;
            }
        }
        GroupedRows.requireWanted(cancel);
        int[] lines = shown(down);
        int[] heads = shown(across);
        List<List<Double>> shares = new ArrayList<>();
        for (int line : lines) {
            double sum = Arrays.stream(counts[line]).sum();
            shares.add(IntStream.of(heads).mapToObj(head -> sum == 0 ? Double.NaN : counts[line][head] / sum).toList());
        }
        return new Shares(rows, told(rows, Associations.cramer(down.asLevels(), across.asLevels())),
                IntStream.of(lines).mapToObj(down.keys()::get).toList(), IntStream.of(heads).mapToObj(across.keys()::get).toList(), shares);
    }

    private static int[] shown(ColumnGroups groups) {
        return IntStream.range(0, groups.keys().size()).filter(i -> groups.keys().get(i).kind() != GroupKey.Kind.MISSING).toArray();
    }
}
