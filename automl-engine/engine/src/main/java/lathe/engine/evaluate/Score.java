package lathe.engine.evaluate;

/// One metric's value on one set of rows, with a two-sided confidence interval.
///
/// @param metric id of the metric, for example `roc_auc`
/// @param value  point estimate, in the metric's own unit
/// @param lower  lower end of the interval; at most `value`
/// @param upper  upper end of the interval; at least `value`
/// @param level  confidence level as a share in (0, 1), usually 0.95
/// @param rows   number of rows judged; at least 1
public record Score(String metric, double value, double lower, double upper, double level, int rows) {

    /// @throws IllegalArgumentException if a component is outside the range given above
    public Score {
        if (!(lower <= value && value <= upper)) {   // also refuses NaN
            throw new IllegalArgumentException("%s must lie in its interval, was %s not in [%s, %s]"
                    .formatted(metric, value, lower, upper));
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be a share in (0, 1), was " + level);
        }
        if (rows < 1) {
            throw new IllegalArgumentException("rows must be at least 1, was " + rows);
        }
    }
}
