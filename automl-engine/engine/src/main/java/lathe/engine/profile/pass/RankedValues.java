package lathe.engine.profile.pass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lathe.engine.profile.Histogram;

/// Numbers in ascending order, each with how many rows hold it.
final class RankedValues {

    private final double[] values;
    private final long[] upTo;

    private RankedValues(double[] values, long[] upTo) {
        this.values = values;
        this.upTo = upTo;
    }

    /// @param values ascending, at least one
    /// @param rows   of each value
    static RankedValues of(double[] values, long[] rows) {
        long[] upTo = rows.clone();
        Arrays.parallelPrefix(upTo, Long::sum);
        return new RankedValues(values, upTo);
    }

    private long rows() {
        return upTo[upTo.length - 1];
    }

    /// The value below which a share of the rows lies, between two rows in proportion.
    double quantile(double share) {
        double at = share * (rows() - 1);
        long below = (long) at;
        double low = at(below);
        return low + (at - below) * (at(Math.min(below + 1, rows() - 1)) - low);
    }

    // Value of a row of the sorted column.
    private double at(long row) {
        int place = Arrays.binarySearch(upTo, row + 1);
        return values[place >= 0 ? place : -place - 1];
    }

    /// Counts in bins of equal width between two bounds.
    ///
    /// @param rows counts add up to about so many
    Histogram histogram(double min, double max, int most, long rows) {
        int bins = min == max ? 1 : most;
        double width = max / bins - min / bins;
        List<Double> edges = new ArrayList<>();
        long[] counts = new long[bins];
        for (int bin = 0; bin < bins; bin++) {
            edges.add(min + bin * width);
        }
        edges.add(max);
        for (int i = 0; i < values.length; i++) {
            int bin = width == 0 ? 0 : (int) Math.clamp((values[i] - min) / width, 0, bins - 1);
            counts[bin] += upTo[i] - (i == 0 ? 0 : upTo[i - 1]);
        }
        double scale = rows / (double) rows();
        return new Histogram(edges, Arrays.stream(counts).mapToObj(count -> (int) Math.round(count * scale)).toList());
    }
}
