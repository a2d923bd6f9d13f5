package lathe.engine.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lathe.engine.profile.NumberShape.Sorted;

/// Rows whose numbers together are unlike those of the others, by an isolation forest on the sample.
final class OutlyingRowsCheck implements ProfileCheck {

    private static final int FEWEST_COLUMNS = 3;
    private static final int MOST_COLUMNS = 100;
    private static final int FEWEST_ROWS = 200;
    private static final int MOST_ROWS = 2500;
    private static final int FEWEST_VALUES = 12;
    private static final int TREES = 100;
    private static final long SEED = 1;
    private static final double MOST = 0.1;

    @Override
    public String id() {
        return "outlying-rows";
    }

    /// Columns on an even footing, the forest grown on part of the sample, and from which score on a row is unlike the others.
    private record Looked(List<Even> columns, int[] places, double[] scores, IsolationForest forest, double least) {

        /// Places in the sample of the rows unlike the others, the farthest first.
        List<Integer> beyond() {
            return IntStream.range(0, scores.length).filter(i -> scores[i] > least).boxed()
                    .sorted(Comparator.comparingDouble((Integer i) -> scores[i]).reversed()).toList();
        }

        /// Whether there are some, and few enough to be no group of their own.
        boolean tells() {
            double share = beyond().size() / (double) scores.length;
            return share > 0 && share <= MOST;
        }
    }

    /// How a column's numbers are made comparable: positive ones with a long upper tail on the logarithm; missing cells get the median.
    private record Even(String name, double median, boolean log) {

        static Even of(String name, NumberShape shape) {
            double median = shape.quantile(0.5);
            double up = shape.quantile(0.9) - median;
            double down = median - shape.quantile(0.1);
            return new Even(name, median, shape.lowest() >= 0 && up > 1.5 * down && median > 0);
        }

        double at(double value) {
            double present = Double.isNaN(value) ? median : value;
            return log ? Math.log1p(present / median) : present;
        }
    }

    @Override
    public List<Finding> check(ProfileInput input) {
        return look(input).filter(Looked::tells).map(looked -> finding(looked, input)).stream().toList();
    }

    /// All rows of the table that are unlike the others; none where there is no finding.
    static int[] rows(ProfileInput input) {
        Looked looked = look(input).filter(Looked::tells).orElse(null);
        if (looked == null) {
            return new int[0];
        }
        double[][] values = looked.columns.stream().map(column -> input.table().numbers(column.name).values()).toArray(double[][]::new);
        return IntStream.range(0, input.table().rows()).filter(row -> {
            double[] cells = new double[values.length];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = looked.columns.get(i).at(values[i][row]);
            }
            return looked.forest.score(cells) > looked.least;
        }).toArray();
    }

    private static Optional<Looked> look(ProfileInput input) {
        RowSample sample = input.sample();
        List<Even> even = input.features().stream()
                .filter(field -> field.numbers() != null && field.distinct() >= FEWEST_VALUES && field.missingShare() < 0.5)
                .limit(MOST_COLUMNS).map(field -> Even.of(field.name(), sample.shape(field.name()))).toList();
        int rows = Math.min(MOST_ROWS, sample.size());
        if (even.size() < FEWEST_COLUMNS || rows < FEWEST_ROWS) {
            return Optional.empty();
        }
        int[] places = places(sample.size(), rows);
        double[][] columns = even.stream().map(column -> {
            double[] values = sample.numbers(column.name());
            return Arrays.stream(places).mapToDouble(place -> column.at(values[place])).toArray();
        }).toArray(double[][]::new);
        IsolationForest forest = new IsolationForest(columns, TREES, SEED);
        double[] scores = IntStream.range(0, rows).mapToDouble(forest::score).toArray();
        Sorted sorted = new Sorted(Arrays.stream(scores).sorted().toArray());
        double median = sorted.quantile(0.5);
        double deviation = 1.4826 * (sorted.quantile(0.75) - median);
        return deviation > 0 ? Optional.of(new Looked(even, places, scores, forest, median + input.limit(Limit.ROW_DISTANCE) * deviation))
                : Optional.empty();
    }

    private static int[] places(int all, int rows) {
        return IntStream.range(0, rows).map(i -> (int) ((long) i * all / rows)).toArray();
    }

    private static Finding finding(Looked looked, ProfileInput input) {
        List<Integer> beyond = looked.beyond();
        double share = beyond.size() / (double) looked.scores.length;
        List<Integer> rows = new ArrayList<>();
        beyond.stream().limit(Finding.MOST_EXAMPLES).forEach(i -> rows.add(input.sample().row(looked.places[i])));
        return new Finding("outlying-rows", Severity.INFO, "",
                "About %s of the rows are unlike all others when their %d number columns are taken together, for example row %d."
                        .formatted(Percent.of(share), looked.columns.size(), rows.getFirst() + 1))
                .figure("share", share).figure("score", looked.scores[beyond.getFirst()]).figure("least-score", looked.least)
                .withRows(rows).kept(Treatment.of(Treatment.Action.REMOVE_ROWS));
    }
}
