package lathe.engine.search;

import java.nio.file.Path;
import java.util.List;
import lathe.scoring.Predictions;
import lathe.scoring.Problem;

/// How a trial ended. Expected failures are values: they stay in the leaderboard as rows with a reason.
public sealed interface TrialOutcome {

    /// All folds were fitted.
    ///
    /// @param value      the metric over all out-of-fold rows
    /// @param foldValues the metric on each fold's validation rows
    /// @param seconds    fitting time, all folds added
    /// @param outOfFold  predictions for the fold plan's validation rows, in the order of [FoldPlan#validated]
    /// @param members    file of each fold's fitted recipe and form
    /// @param predictMicros microseconds for one row through one fold's model, mean of the folds; `NaN` if unknown
    /// @param features   features of the first fold; 0 if unknown
    record Scored(double value, List<Double> foldValues, double seconds, Predictions outOfFold, List<Path> members,
                  double predictMicros, int features) implements TrialOutcome {
        public Scored {
            foldValues = List.copyOf(foldValues);
            members = List.copyOf(members);
        }

        /// With other files in place of the fold models.
        public Scored withMembers(List<Path> files) {
            return new Scored(value, foldValues, seconds, outOfFold, files, predictMicros, features);
        }
    }

    /// Not tried, for a reason known before.
    ///
    /// @param remedy what could be done about it; empty if nothing
    record Skipped(String reason, String remedy) implements TrialOutcome { }

    /// Given up after some folds, because others were better.
    ///
    /// @param foldValues the metric on the folds that were judged
    /// @param seconds    fitting time
    record Dropped(String reason, List<Double> foldValues, double seconds) implements TrialOutcome {
        public Dropped {
            foldValues = List.copyOf(foldValues);
        }
    }

    /// Tried, and something went wrong.
    record Failed(Problem problem, double seconds) implements TrialOutcome { }

    /// Ended because the run did.
    record Cancelled() implements TrialOutcome { }
}
