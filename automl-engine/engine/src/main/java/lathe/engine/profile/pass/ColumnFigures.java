package lathe.engine.profile.pass;

import lathe.engine.profile.FieldProfile;
import lathe.scoring.Column;

/// Statistics of one column while its rows pass by. For one thread.
abstract sealed class ColumnFigures permits NumberFigures, TextFigures {

    /// Estimates this near the number of rows may mean that all are different.
    private static final double NEARLY_ALL = 0.98;

    abstract void add(Column rows);

    /// @param differentInSample whether no value came twice in a large sample of the rows
    abstract FieldProfile profile(boolean differentInSample);

    /// Whether some of the figures are estimated.
    abstract boolean isEstimated();

    /// About how many different values there are; all, if neither the estimate nor the sample speaks against it.
    static int distinct(DistinctSketch sketch, int least, int count, boolean differentInSample) {
        double estimate = sketch.estimate();
        if (differentInSample && estimate >= NEARLY_ALL * count) {
            return count;
        }
        return Math.clamp(Math.round(estimate), least, count);
    }
}
