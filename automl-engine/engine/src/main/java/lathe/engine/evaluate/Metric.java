package lathe.engine.evaluate;

import lathe.engine.learn.Target;
import lathe.scoring.Predictions;
import lathe.scoring.Task;

/// A number that says how good predictions are.
///
/// One metric is one file: implement this interface and add the class to `builtin.Metrics`; `MetricContractTest` then
/// tries it. Implementations hold no state and never keep or change their arguments.
public interface Metric {

    /// Which end of the scale is better. Callers compare through this, never by flipping a sign.
    enum Direction { HIGHER_IS_BETTER, LOWER_IS_BETTER }

    /// Stable lower-case id, written to run files and shown in the leaderboard. It never changes.
    String id();

    Direction direction();

    boolean supports(Task task);

    /// Computes the metric over all rows.
    ///
    /// @param truth       shape n, n ≥ 1
    /// @param predictions shape n × outputs
    /// @param positive    index of the positive class for binary tasks, otherwise −1
    /// @return a number in the metric's unit; `NaN` if the rows do not define it (one class only)
    double compute(Target truth, Predictions predictions, int positive);

    /// Whether `a` is better than `b`; a `NaN` is never better.
    default boolean better(double a, double b) {
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return !Double.isNaN(a);
        }
        return direction() == Direction.HIGHER_IS_BETTER ? a > b : a < b;
    }
}
