package lathe.views.run;

import lathe.engine.evaluate.Score;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.search.Trial;
import lathe.engine.search.TrialEnd;
import lathe.engine.search.TrialOutcome;
import lathe.scoring.Problem;

/// A trial as far as it is known.
///
/// @param number   from 1
/// @param name     in the leaderboard, for example `boosting #7`
/// @param learner  id of the learner
/// @param recipe   its hyperparameters
/// @param status   where it stands
/// @param folds    folds fitted so far
/// @param at       seconds since the run began at which it ended; `NaN` while it runs
/// @param seconds  fitting time; 0 if there is none
/// @param value    of the run's metric; `NaN` unless scored
/// @param lower    lower end of its 95 % interval; `NaN` until it is worked out
/// @param upper    upper end
/// @param reason   why there is no score; empty if there is one or may come
/// @param remedy   what could be done about that; may be empty
public record LiveTrial(int number, String name, String learner, Hyperparameters recipe, Status status, int folds, double at,
                        double seconds, double value, double lower, double upper, String reason, String remedy) {

    /// Where a trial stands.
    public enum Status { RUNNING, SCORED, SKIPPED, DROPPED, FAILED, CANCELLED }

    static LiveTrial of(Trial trial) {
        return new LiveTrial(trial.number(), trial.name(), trial.learner(), trial.hyperparameters(), Status.RUNNING, 0, Double.NaN,
                0, Double.NaN, Double.NaN, Double.NaN, "", "");
    }

    boolean isScored() {
        return status == Status.SCORED && !Double.isNaN(value);
    }

    LiveTrial withFold() {
        return new LiveTrial(number, name, learner, recipe, status, folds + 1, at, seconds, value, lower, upper, reason, remedy);
    }

    LiveTrial with(Score score) {
        return new LiveTrial(number, name, learner, recipe, status, folds, at, seconds, value, score.lower(), score.upper(), reason,
                remedy);
    }

    LiveTrial with(TrialEnd end, double when) {
        return switch (end.outcome()) {
            case TrialOutcome.Scored scored -> new LiveTrial(number, name, learner, recipe, Status.SCORED, folds, when,
                    scored.seconds(), scored.value(), lower, upper, "", "");
            case TrialOutcome.Skipped(String why, String cure) -> without(Status.SKIPPED, when, 0, why, cure);
            case TrialOutcome.Dropped dropped -> without(Status.DROPPED, when, dropped.seconds(), dropped.reason(), "");
            case TrialOutcome.Failed(Problem problem, double spent) ->
                    without(Status.FAILED, when, spent, problem.what(), problem.remedy());
            case TrialOutcome.Cancelled() -> without(Status.CANCELLED, when, 0, "", "");
        };
    }

    private LiveTrial without(Status end, double when, double spent, String why, String cure) {
        return new LiveTrial(number, name, learner, recipe, end, folds, when, spent, Double.NaN, Double.NaN, Double.NaN, why, cure);
    }
}
