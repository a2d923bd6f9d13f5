package lathe.engine.track;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lathe.engine.learn.Hyperparameters;

/// One line of the leaderboard.
///
/// @param rank            from 1, best first; 0 for what has no score
/// @param name            unique in its leaderboard
/// @param trial           number of the trial; 0 for the ensemble
/// @param learner         id of the learner; `ensemble` for the ensemble
/// @param metric          id of the metric
/// @param value           its value on out-of-fold predictions; `NaN` without score
/// @param lower           lower end of the 95 % interval; `NaN` if not computed
/// @param upper           upper end; `NaN` if not computed
/// @param foldValues      value of each fold
/// @param fitSeconds      seconds spent fitting; of the ensemble, those of its members
/// @param status          how the trial ended
/// @param reason          why there is no score
/// @param remedy          what could be done about that
/// @param weight          share in the ensemble; 0 if it is no member, 1 for the ensemble itself
/// @param hyperparameters what it was tried with
/// @param tied            whether it could not be told apart from the leader; false for the leader itself
/// @param cost            what its models need when they are used
/// @param metrics         values of the other metrics of the task, by id; empty if not computed
public record LeaderboardRow(int rank, String name, int trial, String learner, String metric, double value, double lower,
                             double upper, List<Double> foldValues, double fitSeconds, TrialStatus status, String reason,
                             String remedy, double weight, Hyperparameters hyperparameters, boolean tied,
                             TrialCost cost, Map<String, Double> metrics) {

    public LeaderboardRow {
        foldValues = List.copyOf(foldValues);
        metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
    }

    LeaderboardRow withRank(int newRank) {
        return new LeaderboardRow(newRank, name, trial, learner, metric, value, lower, upper, foldValues, fitSeconds, status,
                reason, remedy, weight, hyperparameters, tied, cost, metrics);
    }
}
