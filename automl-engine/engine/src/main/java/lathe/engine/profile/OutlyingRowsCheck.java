package lathe.engine.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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

    @Override
    public List<Finding> check(ProfileInput input) {
        RowSample sample = input.sample();
        List<String> names = input.features().stream()
                .filter(field -> field.numbers() != null && field.distinct() >= FEWEST_VALUES && field.missingShare() < 0.5)
                .map(FieldProfile::name).limit(MOST_COLUMNS).toList();
        int rows = Math.min(MOST_ROWS, sample.size());
        if (names.size() < FEWEST_COLUMNS || rows < FEWEST_ROWS) {
            return List.of();
        }
        double[][] columns = names.stream().map(name -> even(sample.numbers(name), sample.shape(name), places(sample.size(), rows)))
                .toArray(double[][]::new);
        IsolationForest forest = new IsolationForest(columns, TREES, SEED);
        double[] scores = IntStream.range(0, rows).mapToDouble(forest::score).toArray();
        return found(scores, input, places(sample.size(), rows), names);
    }

    private static int[] places(int all, int rows) {
        return IntStream.range(0, rows).map(i -> (int) ((long) i * all / rows)).toArray();
    }

    /// Positive columns with a long upper tail on the logarithm; missing cells get the median.
    private static double[] even(double[] values, NumberShape shape, int[] places) {
        double median = shape.quantile(0.5);
        double up = shape.quantile(0.9) - median;
        double down = median - shape.quantile(0.1);
        boolean log = shape.lowest() >= 0 && up > 1.5 * down && median > 0;
        return Arrays.stream(places).mapToDouble(place -> Double.isNaN(values[place]) ? median : values[place])
                .map(value -> log ? Math.log1p(value / median) : value).toArray();
    }

    private static List<Finding> found(double[] scores, ProfileInput input, int[] places, List<String> names) {
        Sorted sorted = new Sorted(Arrays.stream(scores).sorted().toArray());
        double median = sorted.quantile(0.5);
        double deviation = 1.4826 * (sorted.quantile(0.75) - median);
        double least = median + input.limit(Limit.ROW_DISTANCE) * deviation;
        List<Integer> beyond = IntStream.range(0, scores.length).filter(i -> scores[i] > least).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> scores[i]).reversed()).toList();
        double share = beyond.size() / (double) scores.length;
        if (beyond.isEmpty() || share > MOST || deviation <= 0) {
            return List.of();
        }
        List<Integer> rows = new ArrayList<>();
        beyond.stream().limit(Finding.MOST_EXAMPLES).forEach(i -> rows.add(input.sample().row(places[i])));
        return List.of(new Finding("outlying-rows", Severity.INFO, "",
                "About %s of the rows are unlike all others when their %d number columns are taken together, for example row %d."
                        .formatted(Percent.of(share), names.size(), rows.getFirst() + 1))
                .figure("share", share).figure("score", scores[beyond.getFirst()]).figure("least-score", least)
                .withRows(rows).kept(Treatment.of(Treatment.Action.REMOVE_ROWS)));
    }
}
