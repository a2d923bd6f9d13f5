package lathe.engine.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lathe.engine.learn.Target;
import lathe.scoring.Predictions;

/// How far a regression is off, in bins of equal width: truth minus prediction, in the target's unit.
///
/// @param bins   from the lowest residual to the highest, 5 to 40; the first and the last also count the one row in two
///               hundred that lies beyond them, so that an outlier does not stretch the scale
/// @param mean   of all residuals; away from 0 the model is biased
/// @param spread standard deviation of all residuals
public record ResidualHistogram(List<Bin> bins, double mean, double spread) {

    private static final int FEWEST = 5;
    private static final int MOST = 40;
    private static final double TAIL = 0.005;

    /// @param from lower end, included
    /// @param to   upper end
    /// @param rows rows with a residual in between
    public record Bin(double from, double to, int rows) { }

    public ResidualHistogram {
        bins = List.copyOf(bins);
    }

    /// @throws IllegalArgumentException if the task is not a regression
    public static ResidualHistogram of(Target truth, Predictions predictions) {
        Shapes.requireRows(truth, predictions);
        if (truth.task().isClassification()) {
            throw new IllegalArgumentException("residuals belong to a regression, was " + truth.task());
        }
        double[] sorted = IntStream.range(0, truth.rows())
                .mapToDouble(row -> truth.value(row) - predictions.at(row, 0)).sorted().toArray();
        double mean = Arrays.stream(sorted).average().orElseThrow();
        double spread = Math.sqrt(Arrays.stream(sorted).map(each -> (each - mean) * (each - mean)).sum() / sorted.length);
        int beyond = (int) (TAIL * sorted.length);
        double low = sorted[beyond];
        double high = sorted[sorted.length - 1 - beyond];
        if (low == high) {
            return new ResidualHistogram(List.of(new Bin(low, high, sorted.length)), mean, spread);
        }
        int count = Math.clamp((long) Math.sqrt(sorted.length), FEWEST, MOST);
        int[] rows = new int[count];
        for (double each : sorted) {
            rows[Math.clamp((long) Math.floor((each - low) / (high - low) * count), 0, count - 1)]++;
        }
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            bins.add(new Bin(low + (high - low) * i / count, low + (high - low) * (i + 1) / count, rows[i]));
        }
        return new ResidualHistogram(bins, mean, spread);
    }
}
