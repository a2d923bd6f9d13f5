package lathe.engine.explain;

import lathe.engine.provenance.Seed;

/// How importances are measured.
///
/// @param repeats  times each column is shuffled; at least 1
/// @param mostRows rows judged at most; a sample is drawn of more
/// @param seed     of sample, shuffles and intervals
public record ImportanceSettings(int repeats, int mostRows, Seed seed) {

    public static final ImportanceSettings DEFAULTS = new ImportanceSettings(5, 2000, new Seed(1));

    /// @throws IllegalArgumentException if a number is below 1
    public ImportanceSettings {
        if (repeats < 1 || mostRows < 1) {
            throw new IllegalArgumentException("repeats and mostRows must be at least 1, were %d and %d"
                    .formatted(repeats, mostRows));
        }
    }
}
