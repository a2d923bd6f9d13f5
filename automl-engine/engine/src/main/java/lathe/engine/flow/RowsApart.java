package lathe.engine.flow;

import java.util.Arrays;
import java.util.stream.IntStream;
import lathe.engine.evaluate.DuplicateGroups;
import lathe.engine.evaluate.Holdout;
import lathe.engine.learn.Target;
import lathe.engine.provenance.Seed;
import lathe.scoring.Table;

/// Which rows of a run the search may see and which are kept for the final score. Equal rows, target, share and seed give
/// the same split, so it can be found again long after the run.
final class RowsApart {

    private final int[] kept;
    private final int[] held;
    private final long[] groups;

    private RowsApart(int[] kept, int[] held, long[] groups) {
        this.kept = kept;
        this.held = held;
        this.groups = groups;
    }

    /// @param features rows that have a target, in the order of the source; the model's inputs
    /// @param share    share of rows to hold out, in [0, 1)
    /// @param seed     of the run
    static RowsApart of(Table features, Target target, double share, Seed seed) {
        long[] groups = DuplicateGroups.of(features);
        if (share == 0) {
            return new RowsApart(IntStream.range(0, target.rows()).toArray(), new int[0], groups);
        }
        Holdout split = Holdout.split(target, share, groups, seed.child("holdout", 0));
        return new RowsApart(split.train(), split.holdout(), groups);
    }

    int[] kept() {
        return kept;
    }

    int[] held() {
        return held;
    }

    /// Keys of the rows kept for the search: equal rows share one.
    long[] keptGroups() {
        return Arrays.stream(kept).mapToLong(row -> groups[row]).toArray();
    }
}
