package lathe.engine.profile;

import java.util.Arrays;
import java.util.Optional;

/// A moment from which a series is different.
///
/// The moment is where the weighted cumulative sum of the series is largest (as in the change-point test of A. Pettitt,
/// Applied Statistics 28, 1979, with the weights of Anderson and Darling so that late changes are found too).
///
/// @param place      first place that is different
/// @param after      share of the series from there on
/// @param difference of the means of both parts in units of the range: for ranks |AUC - 1/2|, for 0/1 of the shares
record Jump(int place, double after, double difference) {

    private static final double SIGNIFICANT = 5.5;
    private static final int FEWEST = 15;
    private static final double EDGE = 0.01;
    private static final double WINDOW = 0.02;
    private static final int WINDOW_ROWS = 20;

    /// @param series ranks or 0/1, `NaN` where missing
    static Optional<Jump> of(double[] series, double least) {
        double[] present = Arrays.stream(series).filter(value -> !Double.isNaN(value)).toArray();
        int n = present.length;
        if (n < 4 * FEWEST) {
            return Optional.empty();
        }
        double mean = Arrays.stream(present).average().orElse(0);
        double deviation = Math.sqrt(Arrays.stream(present).map(value -> (value - mean) * (value - mean)).sum() / n);
        double range = Arrays.stream(present).max().orElse(0) - Arrays.stream(present).min().orElse(0);
        if (deviation == 0) {
            return Optional.empty();
        }
        int edge = Math.max(FEWEST, (int) (EDGE * n));
        double sum = 0;
        double best = 0;
        int at = -1;
        for (int i = 0; i < n - edge; i++) {
            sum += present[i] - mean;
            double weighted = Math.abs(sum) / (deviation * Math.sqrt((i + 1.0) * (n - i - 1.0) / n));
            if (i + 1 >= edge && weighted > best) {
                best = weighted;
                at = i + 1;
            }
        }
        if (best < SIGNIFICANT) {
            return Optional.empty();
        }
        double difference = apart(present, 0, at, n) / range;
        int window = Math.max(WINDOW_ROWS, (int) (WINDOW * n));
        double local = apart(present, Math.max(0, at - window), at, Math.min(n, at + window)) / range;
        if (difference < least || local < least) {
            return Optional.empty();
        }
        return Optional.of(new Jump(place(series, at), (n - at) / (double) n, difference));
    }

    private static double apart(double[] values, int from, int middle, int to) {
        return Math.abs(Arrays.stream(values, from, middle).average().orElse(0) - Arrays.stream(values, middle, to).average().orElse(0));
    }

    private static int place(double[] series, int present) {
        int seen = 0;
        for (int i = 0; i < series.length; i++) {
            if (!Double.isNaN(series[i]) && seen++ == present) {
                return i;
            }
        }
        return series.length - 1;
    }
}
