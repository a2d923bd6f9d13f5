package lathe.engine.track;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.prepare.Recipe;
import lathe.engine.prepare.Smote;

/// One trial as it is written to `trials.jsonl` when it ends.
///
/// @param trial           number of the trial, from 1
/// @param learner         id of the learner
/// @param hyperparameters what it was tried with
/// @param preparation     how columns were prepared, for example `linear`, or `trees + arithmetic` with a generator
/// @param status          how it ended
/// @param reason          why it was not scored, one sentence; empty if scored
/// @param remedy          what could be done about that, one sentence; may be empty
/// @param value           the run's metric on out-of-fold predictions; `NaN` unless scored
/// @param lower           lower end of the 95 % interval of `value`; `NaN` if not computed
/// @param upper           upper end; `NaN` if not computed
/// @param foldValues      the metric of each fold; empty unless scored
/// @param fitSeconds      seconds spent fitting all folds
/// @param started         when it began
/// @param ended           when it ended
/// @param cost            what its models need
public record TrialRecord(int trial, String learner, Hyperparameters hyperparameters, String preparation,
                          TrialStatus status, String reason, String remedy, double value, double lower, double upper,
                          List<Double> foldValues, double fitSeconds, Instant started, Instant ended, TrialCost cost) {

    /// @throws IllegalArgumentException if the number is below 1, or a trial without score gives no reason
    public TrialRecord {
        foldValues = List.copyOf(foldValues);
        if (trial < 1) {
            throw new IllegalArgumentException("trial must be at least 1, was " + trial);
        }
        if (status != TrialStatus.SCORED && reason.isBlank()) {
            throw new IllegalArgumentException("trial %d is %s and must give a reason".formatted(trial, status));
        }
    }

    /// With nothing known of its cost.
    public TrialRecord(int trial, String learner, Hyperparameters hyperparameters, String preparation, TrialStatus status,
                       String reason, String remedy, double value, double lower, double upper, List<Double> foldValues,
                       double fitSeconds, Instant started, Instant ended) {
        this(trial, learner, hyperparameters, preparation, status, reason, remedy, value, lower, upper, foldValues,
                fitSeconds, started, ended, TrialCost.UNKNOWN);
    }

    /// How a row of the leaderboard is called: the learner and the number, and the marks of [Recipe#marks].
    public String rowName() {
        return learner + " #" + trial + Recipe.marks(generators());
    }

    /// Whether training rows were made up, for comparison.
    public boolean madeUp() {
        return generators().contains(Smote.ID);
    }

    private List<String> generators() {
        return Arrays.asList(preparation.split(" \\+ ", -1));
    }
}
