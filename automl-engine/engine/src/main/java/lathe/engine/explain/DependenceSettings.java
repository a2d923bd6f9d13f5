package lathe.engine.explain;

import lathe.engine.provenance.Seed;

/// How a dependence is drawn.
///
/// @param gridPoints values tried at most, not counting "missing"; at least 2
/// @param mostRows   rows the mean is taken over at most; a sample is drawn of more
/// @param lines      rows drawn as lines of their own at most
/// @param seed       of the sample
public record DependenceSettings(int gridPoints, int mostRows, int lines, Seed seed) {

    public static final DependenceSettings DEFAULTS = new DependenceSettings(30, 500, 40, new Seed(1));

    /// @throws IllegalArgumentException if a number is too small
    public DependenceSettings {
        if (gridPoints < 2 || mostRows < 1 || lines < 0) {
            throw new IllegalArgumentException("gridPoints must be at least 2, mostRows 1, lines 0, were %d, %d and %d"
                    .formatted(gridPoints, mostRows, lines));
        }
    }
}
