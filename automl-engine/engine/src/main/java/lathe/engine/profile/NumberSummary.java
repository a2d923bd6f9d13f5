package lathe.engine.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Statistics of the values of a number column that are not missing.
///
/// @param sd        standard deviation with n - 1; 0 for a single value
/// @param quantiles at 1, 5, 25, 50, 75, 95 and 99 %
/// @param zeros     rows that hold 0
/// @param whole     whether all values are whole numbers
public record NumberSummary(double min, double max, double mean, double sd, List<Quantile> quantiles, Histogram histogram,
                            int zeros, boolean whole) {

    private static final double[] SHARES = {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99};
    /// Bins of the histogram, one for a column of one value.
    public static final int BINS = 20;

    public NumberSummary {
        quantiles = List.copyOf(quantiles);
    }

    /// At which shares quantiles are given; a copy.
    public static double[] shares() {
        return SHARES.clone();
    }

    /// @param sorted ascending, finite, at least one
    static NumberSummary of(double[] sorted) {
        double mean = 0;
        double squares = 0;
        int zeros = 0;
        boolean whole = true;
        for (int i = 0; i < sorted.length; i++) {
            double delta = sorted[i] - mean;
            mean += delta / (i + 1);
            squares += delta * (sorted[i] - mean);
            zeros += sorted[i] == 0 ? 1 : 0;
            whole &= sorted[i] == Math.rint(sorted[i]);
        }
        List<Quantile> quantiles = new ArrayList<>();
        for (double share : SHARES) {
            quantiles.add(new Quantile(share, quantile(sorted, share)));
        }
        double sd = sorted.length < 2 ? 0 : Math.sqrt(squares / (sorted.length - 1));
        return new NumberSummary(sorted[0], sorted[sorted.length - 1], mean, sd, quantiles, histogram(sorted), zeros, whole);
    }

    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    private static Histogram histogram(double[] sorted) {
        double min = sorted[0];
        double max = sorted[sorted.length - 1];
        int bins = min == max ? 1 : BINS;
        double width = max / bins - min / bins;
        List<Double> edges = new ArrayList<>();
        Integer[] counts = new Integer[bins];
        Arrays.fill(counts, 0);
        for (int bin = 0; bin < bins; bin++) {
            edges.add(min + bin * width);
        }
        edges.add(max);
        for (double value : sorted) {
            int bin = width == 0 ? 0 : (int) Math.min(bins - 1, (value - min) / width);
            counts[bin]++;
        }
        return new Histogram(edges, List.of(counts));
    }
}
