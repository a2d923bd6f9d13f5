package lathe.engine.profile;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Ranks with ties at their mean.
final class Ranks {

    private Ranks() {
    }

    /// From 1; `NaN` stays so.
    static double[] of(double[] values) {
        long present = Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
        double[] sorted = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
        double[] ranks = new double[values.length];
        Arrays.fill(ranks, Double.NaN);
        if (present == 0) {
            return ranks;
        }
        // Ends of the run of equal values, by place in the sorted numbers.
        double[] mean = new double[sorted.length];
        for (int start = 0; start < sorted.length;) {
            int end = start;
            while (end < sorted.length && sorted[end] == sorted[start]) {
                end++;
            }
            Arrays.fill(mean, start, end, (start + 1 + end) / 2.0);
            start = end;
        }
        IntStream.range(0, values.length).filter(row -> !Double.isNaN(values[row]))
                .forEach(row -> ranks[row] = mean[Arrays.binarySearch(sorted, values[row])]);
        return ranks;
    }
}
