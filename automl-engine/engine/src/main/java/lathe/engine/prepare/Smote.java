package lathe.engine.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import lathe.engine.learn.RowDraw;
import lathe.engine.learn.Target;
import lathe.engine.provenance.Seed;
import lathe.scoring.Column;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;

/// Makes up rows of the rarer classes, each between a real row and one of its five nearest of the same class. Numbers lie between
/// those of the two, at one place for all of them; of categories the commonest level among the neighbours is taken; texts, dates
/// and lists are those of the row itself, and so is a number that one of the two lacks. Only training rows are looked at.
///
/// Distances are those of SMOTE-NC: squares of the differences of numbers, and for each category that differs the square of the
/// median of their standard deviations within the class. Numbers are divided by their deviation over all training rows before.
/// Source: N. Chawla, K. Bowyer, L. Hall, W. Kegelmeyer, "SMOTE: Synthetic Minority Over-sampling Technique", Journal of
/// Artificial Intelligence Research 16 (2002), sections 4.2 and 6.1.
public final class Smote {

    /// Asked for as a generator of a recipe is, and named in the leaderboard like one.
    public static final String ID = "smote";

    static final int NEIGHBOURS = 5;
    // Distances are found between all pairs of so many rows of a class at most.
    private static final int MOST_ROWS = 2000;

    private final Table rows;
    private final Target target;
    private final List<double[]> numbers = new ArrayList<>();
    private final List<int[]> levels = new ArrayList<>();

    /// @param table  the rows made up, as raw ones
    /// @param target of them
    public record Made(Table table, Target target) { }

    private Smote(Table rows, Target target) {
        this.rows = rows;
        this.target = target;
        for (int i = 0; i < rows.schema().size(); i++) {
            boolean category = isCategory(i);
            switch (rows.columns().get(i)) {
                case NumberColumn column -> numbers.add(scaled(column.values()));
                case StringColumn column when category -> levels.add(column.codes());
                case StringColumn _ -> { }
            }
        }
    }

    private boolean isCategory(int column) {
        return switch (rows.schema().field(column).type()) {
            case CATEGORY, BOOLEAN -> true;
            case NUMBER, TEXT, DATE, LIST -> false;
        };
    }

    /// How many rows each class is to get more.
    ///
    /// @param share of the rows of the commonest class that the others are brought to, in (0, 1]
    public static int[] wanted(Target target, double share) {
        int[] counts = new int[target.classCount()];
        IntStream.range(0, target.rows()).forEach(row -> counts[target.classIndex(row)]++);
        int goal = (int) Math.floor(share * Arrays.stream(counts).max().orElse(0));
        // One row has no neighbour.
        return Arrays.stream(counts).map(count -> count < 2 ? 0 : Math.max(0, goal - count)).toArray();
    }

    /// @param rows   training rows
    /// @param target of them, classes
    /// @param share  as in [#wanted]
    public static Made of(Table rows, Target target, double share, Seed seed) {
        Smote smote = new Smote(rows, target);
        int[] wanted = wanted(target, share);
        List<Draw> draws = new ArrayList<>();
        for (int c = 0; c < wanted.length; c++) {
            if (wanted[c] > 0) {
                smote.draw(c, wanted[c], seed.child("class", c).random(), draws);
            }
        }
        int[] bases = draws.stream().mapToInt(Draw::base).toArray();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < rows.schema().size(); i++) {
            boolean category = smote.isCategory(i);
            columns.add(switch (rows.columns().get(i)) {
                case NumberColumn column -> between(column.values(), draws);
                case StringColumn column when category -> commonest(column, draws);
                case StringColumn column -> column.select(bases);
            });
        }
        return new Made(new Table(rows.schema(), columns), target.select(bases));
    }

    /// A row to be made up.
    ///
    /// @param base   the real row
    /// @param mate   the neighbour it is drawn towards
    /// @param gap    how far, in [0, 1)
    /// @param around all neighbours of the base
    private record Draw(int base, int mate, double gap, int[] around) { }

    // Every row of the class is a base before one is it again.
    private void draw(int c, int count, RandomGenerator random, List<Draw> draws) {
        int[] members = RowDraw.shuffled(IntStream.range(0, target.rows()).filter(row -> target.classIndex(row) == c).toArray(), random);
        int[] some = Arrays.copyOf(members, Math.min(MOST_ROWS, members.length));
        double apart = medianDeviation(some);
        int[][] around = new int[Math.min(some.length, count)][];
        for (int i = 0; i < count; i++) {
            int at = i % some.length;
            if (around[at] == null) {
                around[at] = nearest(some[at], some, apart * apart);
            }
            draws.add(new Draw(some[at], around[at][random.nextInt(around[at].length)], random.nextDouble(), around[at]));
        }
    }

    private int[] nearest(int base, int[] members, double levelApart) {
        int count = Math.min(NEIGHBOURS, members.length - 1);
        int[] nearest = new int[count];
        double[] distances = new double[count];
        int found = 0;
        for (int row : members) {
            double distance = row == base ? Double.POSITIVE_INFINITY : distance(base, row, levelApart);
            if (row == base || found == count && distance >= distances[count - 1]) {
                continue;
            }
            int at = found < count ? found++ : count - 1;
            while (at > 0 && distances[at - 1] > distance) {
                distances[at] = distances[at - 1];
                nearest[at] = nearest[at - 1];
                at--;
            }
            distances[at] = distance;
            nearest[at] = row;
        }
        return nearest;
    }

    // A number that one of them lacks is as far as a level.
    private double distance(int one, int other, double levelApart) {
        double sum = 0;
        for (double[] column : numbers) {
            double difference = column[one] - column[other];
            sum += Double.isNaN(difference) ? Double.isNaN(column[one]) == Double.isNaN(column[other]) ? 0 : levelApart : difference * difference;
        }
        for (int[] codes : levels) {
            sum += codes[one] == codes[other] ? 0 : levelApart;
        }
        return sum;
    }

    private double medianDeviation(int[] members) {
        double[] deviations = numbers.stream().mapToDouble(column -> deviation(Arrays.stream(members).mapToDouble(row -> column[row]).toArray()))
                .sorted().toArray();
        double median = deviations.length == 0 ? 0 : (deviations[(deviations.length - 1) / 2] + deviations[deviations.length / 2]) / 2;
        return median > 0 ? median : 1;
    }

    private static double[] scaled(double[] values) {
        double deviation = deviation(values);
        return deviation > 0 ? Arrays.stream(values).map(value -> value / deviation).toArray() : values;
    }

    private static double deviation(double[] values) {
        double[] known = Arrays.stream(values).filter(Double::isFinite).toArray();
        double mean = Arrays.stream(known).average().orElse(0);
        return Math.sqrt(Arrays.stream(known).map(value -> (value - mean) * (value - mean)).average().orElse(0));
    }

    private static NumberColumn between(double[] values, List<Draw> draws) {
        return new NumberColumn(draws.stream().mapToDouble(draw -> {
            double base = values[draw.base];
            double made = base + draw.gap * (values[draw.mate] - base);
            return Double.isNaN(made) ? base : made;
        }).toArray());
    }

    // Of two as common ones the one that came first among the nearest; missing is a level like others.
    private static StringColumn commonest(StringColumn column, List<Draw> draws) {
        int[] codes = new int[draws.size()];
        for (int i = 0; i < codes.length; i++) {
            int[] around = draws.get(i).around;
            int most = 0;
            for (int row : around) {
                int code = column.code(row);
                int count = (int) Arrays.stream(around).filter(other -> column.code(other) == code).count();
                if (count > most) {
                    most = count;
                    codes[i] = code;
                }
            }
        }
        return new StringColumn(codes, column.levels());
    }
}
