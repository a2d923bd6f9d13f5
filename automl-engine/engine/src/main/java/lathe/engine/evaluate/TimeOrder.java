package lathe.engine.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import lathe.scoring.Column;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;

/// Rows in order of time, to be cut where one moment ends and the next begins: rows of one moment are never parted.
public final class TimeOrder {

    private final int[] rows;
    private final int[] cuts;

    private TimeOrder(int[] rows, int[] cuts) {
        this.rows = rows;
        this.cuts = cuts;
    }

    /// @param column numbers, or dates in canonical text, none missing
    public static TimeOrder of(Column column) {
        double[] keys = switch (column) {
            case NumberColumn numbers -> Arrays.stream(numbers.values()).map(value -> value + 0.0).toArray();
            case StringColumn strings -> ranks(strings);
        };
        int[] order = Sorting.order(keys);
        List<Integer> cuts = new ArrayList<>();
        for (int place = 1; place < order.length; place++) {
            if (keys[order[place]] != keys[order[place - 1]]) {
                cuts.add(place);
            }
        }
        return new TimeOrder(order, cuts.stream().mapToInt(Integer::intValue).toArray());
    }

    // ISO-8601 sorts as text; a day without a time comes before all times of that day.
    private static double[] ranks(StringColumn dates) {
        List<Integer> sorted = IntStream.range(0, dates.levels().size()).boxed()
                .sorted(Comparator.comparing(dates.levels()::get)).toList();
        double[] rank = new double[sorted.size()];
        for (int place = 0; place < rank.length; place++) {
            rank[sorted.get(place)] = place;
        }
        return Arrays.stream(dates.codes()).mapToDouble(code -> rank[code]).toArray();
    }

    /// Number of different times.
    public int moments() {
        return cuts.length + 1;
    }

    /// The last rows in time: whole moments, as near as they come to a share of all rows, and never so many that the rest could
    /// not be parted again.
    ///
    /// @param share of rows, in (0, 1)
    /// @return row numbers, rising
    /// @throws IllegalArgumentException if there are fewer than three moments
    public int[] last(double share) {
        int[] late = Arrays.copyOfRange(rows, nearest((1 - share) * rows.length, 1), rows.length);
        Arrays.sort(late);
        return late;
    }

    /// Expanding windows: the first part is only trained on, then come blocks of about equal size, each judged by a model
    /// of everything before it.
    ///
    /// Source of the method: R. Hyndman, G. Athanasopoulos, "Forecasting: Principles and Practice", 3rd ed., section 5.10.
    ///
    /// @param blocks wanted, at least 1; there are fewer if there are fewer moments
    /// @param first  share of rows before the first block, in (0, 1)
    /// @throws IllegalArgumentException if there is only one moment
    public FoldPlan expanding(int blocks, double first) {
        int begin = nearest(first * rows.length, 0);
        TreeSet<Integer> starts = new TreeSet<>(List.of(begin));
        for (int block = 1; block < blocks; block++) {
            starts.add(Math.max(begin, nearest(begin + (double) block / blocks * (rows.length - begin), 0)));
        }
        int[] folds = new int[rows.length];
        int fold = FoldPlan.ALWAYS_TRAINED;
        for (int place = 0; place < rows.length; place++) {
            if (starts.contains(place)) {
                fold++;
            }
            folds[rows[place]] = fold;
        }
        return new FoldPlan(folds, starts.size(), true);
    }

    // Among the cuts from the given one on.
    private int nearest(double place, int from) {
        if (cuts.length <= from) {
            throw new IllegalArgumentException("rows need at least %d moments to be parted by time, had %d"
                    .formatted(from + 2, moments()));
        }
        int best = cuts[from];
        for (int i = from; i < cuts.length; i++) {
            best = Math.abs(cuts[i] - place) < Math.abs(best - place) ? cuts[i] : best;
        }
        return best;
    }
}
