package lathe.engine.evaluate;

import java.util.Arrays;
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

    /// The metric on one set of rows, of which each may count several times, by its weight each time, or not at all.
    @FunctionalInterface
    interface Counted {

        /// @param counts how often each row counts, shape n; not kept, not changed
        /// @return as [Metric#compute]; `NaN` if the counted rows do not define the metric
        double compute(int[] counts);
    }

    /// Stable lower-case id, written to run files and shown in the leaderboard. It never changes.
    String id();

    Direction direction();

    boolean supports(Task task);

    /// Whether only the labels count, so that a threshold changes the value.
    default boolean judgesLabels() {
        return false;
    }

    /// The value of perfect predictions; nothing is better.
    double best();

    /// The end of the scale nothing is worse than; `±Double.MAX_VALUE` where there is no end.
    double worst();

    /// Computes the metric over all rows, each by its weight ([Target#weight]).
    ///
    /// @param truth       shape n, n ≥ 1
    /// @param predictions shape n × outputs
    /// @param positive    index of the positive class for binary tasks, otherwise −1
    /// @return a number in the metric's unit; `NaN` if the rows do not define it (one class only)
    /// @throws IllegalArgumentException if the shapes do not agree or the task is not supported
    double compute(Target truth, Predictions predictions, int positive);

    /// Prepares many evaluations on the same rows, as a bootstrap needs them. Metrics that can be computed from counts
    /// in one pass override this; here the rows are copied as often as they count.
    default Counted counted(Target truth, Predictions predictions, int positive) {
        return counts -> {
            int[] rows = new int[Arrays.stream(counts).sum()];
            int next = 0;
            for (int row = 0; row < counts.length; row++) {
                Arrays.fill(rows, next, next + counts[row], row);
                next += counts[row];
            }
            return rows.length == 0 ? Double.NaN
                    : compute(truth.select(rows), predictions.select(rows), positive);
        };
    }

    /// Whether `a` is better than `b`; a `NaN` is never better.
    default boolean better(double a, double b) {
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return !Double.isNaN(a);
        }
        return direction() == Direction.HIGHER_IS_BETTER ? a > b : a < b;
    }
}
