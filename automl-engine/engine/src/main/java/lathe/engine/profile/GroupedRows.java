package lathe.engine.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import lathe.engine.progress.CancelToken;
import lathe.scoring.Field;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;

/// The rows of a table in groups by the values of one column, with one figure for each.
///
/// @param groups  in the order of the column's values, or the largest first; rows without a value last
/// @param rows    of the table
/// @param overall the figure over all rows
public record GroupedRows(String by, GroupMeasure measure, List<Group> groups, int rows, double overall) {

    public static final int MOST_GROUPS = 20;

    private static final double NORMAL_95 = 1.959964;

    public GroupedRows {
        groups = List.copyOf(groups);
    }

    /// One group.
    ///
    /// @param value the figure; `NaN` if no row has it
    /// @param low   lower end of its 95 % interval (of a mean by the normal distribution, of a share Wilson's); `NaN` for a
    ///              number of rows, and where there are too few to say
    /// @param high  upper end
    public record Group(GroupKey key, int rows, double value, double low, double high) { }

    /// @param by     a column of the table
    /// @param cancel asked between the passes
    /// @throws CancellationException    if asked to stop
    /// @throws IllegalArgumentException if the table has no such columns, or not of that kind
    public static GroupedRows of(Table table, String by, GroupMeasure measure, CancelToken cancel) {
        Field field = table.schema().field(by);
        ColumnGroups groups = ColumnGroups.of(table.column(by), field.type(), MOST_GROUPS);
        requireWanted(cancel);
        Sums[] sums = new Sums[groups.keys().size()];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = new Sums();
        }
        Sums all = new Sums();
        double[] values = values(table, measure);
        requireWanted(cancel);
        for (int row = 0; row < groups.rows(); row++) {
            double value = values.length == 0 ? Double.NaN : values[row];
            sums[groups.group(row)].add(value);
            all.add(value);
        }
        List<Group> made = new ArrayList<>();
        for (int i = 0; i < sums.length; i++) {
            made.add(sums[i].group(groups.keys().get(i), measure));
        }
        return new GroupedRows(by, measure, made, table.rows(), all.value(measure));
    }

    static void requireWanted(CancelToken cancel) {
        if (cancel.isCancelled()) {
            throw new CancellationException("the figures are not wanted any more");
        }
    }

    private static double[] values(Table table, GroupMeasure measure) {
        return switch (measure) {
            case GroupMeasure.Rows _ -> new double[0];
            case GroupMeasure.Mean mean -> table.numbers(mean.column()).values();
            case GroupMeasure.Share share -> {
                StringColumn texts = table.strings(share.column());
                double[] held = new double[texts.rows()];
                int wanted = texts.levels().indexOf(share.level());
                for (int row = 0; row < held.length; row++) {
                    held[row] = texts.isMissing(row) ? Double.NaN : texts.code(row) == wanted ? 1 : 0;
                }
                yield held;
            }
        };
    }

    /// Running mean and squares, after Welford.
    private static final class Sums {

        private int rows;
        private int known;
        private double mean;
        private double squares;

        void add(double value) {
            rows++;
            if (!Double.isNaN(value)) {
                known++;
                double delta = value - mean;
                mean += delta / known;
                squares += delta * (value - mean);
            }
        }

        double value(GroupMeasure measure) {
            return measure instanceof GroupMeasure.Rows ? rows : known == 0 ? Double.NaN : mean;
        }

        Group group(GroupKey key, GroupMeasure measure) {
            double value = value(measure);
            if (known < 2 || measure instanceof GroupMeasure.Rows) {
                return new Group(key, rows, value, Double.NaN, Double.NaN);
            }
            if (measure instanceof GroupMeasure.Share) {
                double z = NORMAL_95 * NORMAL_95 / known;
                double centre = (mean + z / 2) / (1 + z);
                double half = NORMAL_95 * Math.sqrt(mean * (1 - mean) / known + z / (4 * known)) / (1 + z);
                return new Group(key, rows, value, Math.max(0, centre - half), Math.min(1, centre + half));
            }
            double half = NORMAL_95 * Math.sqrt(squares / (known - 1.0) / known);
            return new Group(key, rows, value, value - half, value + half);
        }
    }
}
