package lathe.engine.profile;

import java.util.List;

/// Counts in bins of equal width; each bin holds its lower edge, the last one its upper edge too.
///
/// @param edges  ascending, one more than the counts
/// @param counts rows in each bin
public record Histogram(List<Double> edges, List<Integer> counts) {

    public Histogram {
        edges = List.copyOf(edges);
        counts = List.copyOf(counts);
    }
}
