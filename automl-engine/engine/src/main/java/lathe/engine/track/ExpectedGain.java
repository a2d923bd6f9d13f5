package lathe.engine.track;

/// By how much the best model of a run would be expected to improve with more time.
///
/// @param seconds of search added
/// @param mean    expected improvement, in the unit of the run's metric and never below 0, whichever end of it is better
/// @param lower   lower end of the interval that holds the improvement in a share `level` of such runs
/// @param upper   upper end
/// @param level   as a share
public record ExpectedGain(double seconds, double mean, double lower, double upper, double level) {

    /// Nothing can be said, because too few trials were scored.
    public static final ExpectedGain UNKNOWN = new ExpectedGain(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    public boolean known() {
        return !Double.isNaN(mean);
    }
}
