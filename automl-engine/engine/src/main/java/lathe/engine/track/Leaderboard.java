package lathe.engine.track;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lathe.engine.evaluate.Metric.Direction;
import lathe.engine.learn.Hyperparameters;

/// All trials of a run and its ensemble: scored ones ranked, best first; then those without score, in order of trial.
///
/// @param metric    id of the metric ranked by
/// @param direction which end of its scale is better
/// @param rows      in order
public record Leaderboard(String metric, Direction direction, List<LeaderboardRow> rows) {

    /// Name and learner of the row that stands for the ensemble.
    public static final String ENSEMBLE = "ensemble";

    public Leaderboard {
        rows = List.copyOf(rows);
    }

    /// Ranks trials by value; equal values by trial number, the ensemble before its equals.
    ///
    /// @param ensemble put in as a row of its own if it has at least two members
    public static Leaderboard of(String metric, Direction direction, List<TrialRecord> trials, EnsembleRecord ensemble) {
        List<LeaderboardRow> scored = new ArrayList<>();
        List<LeaderboardRow> others = new ArrayList<>();
        if (ensemble.members().size() >= 2) {
            scored.add(ensembleRow(metric, trials, ensemble));
        }
        for (TrialRecord trial : trials) {
            LeaderboardRow row = row(metric, trial, ensemble.weightOf(trial.trial()));
            (trial.status() == TrialStatus.SCORED && !Double.isNaN(trial.value()) ? scored : others).add(row);
        }
        Comparator<LeaderboardRow> byValue = Comparator.comparingDouble(
                row -> direction == Direction.HIGHER_IS_BETTER ? -row.value() : row.value());
        scored.sort(byValue.thenComparingInt(LeaderboardRow::trial));
        others.sort(Comparator.comparingInt(LeaderboardRow::trial));
        List<LeaderboardRow> rows = new ArrayList<>();
        for (LeaderboardRow row : scored) {
            rows.add(ranked(row, rows.size() + 1));
        }
        rows.addAll(others);
        return new Leaderboard(metric, direction, rows);
    }

    private static LeaderboardRow row(String metric, TrialRecord trial, double weight) {
        return new LeaderboardRow(0, trial.rowName(), trial.trial(), trial.learner(), metric, trial.value(),
                trial.lower(), trial.upper(), trial.foldValues(), trial.fitSeconds(), trial.status(), trial.reason(),
                trial.remedy(), weight, trial.hyperparameters());
    }

    private static LeaderboardRow ensembleRow(String metric, List<TrialRecord> trials, EnsembleRecord ensemble) {
        double seconds = trials.stream().filter(trial -> ensemble.weightOf(trial.trial()) > 0)
                .mapToDouble(TrialRecord::fitSeconds).sum();
        return new LeaderboardRow(0, ENSEMBLE, 0, ENSEMBLE, metric, ensemble.value(), ensemble.lower(), ensemble.upper(),
                List.of(), seconds, TrialStatus.SCORED, "", "", 1, Hyperparameters.NONE);
    }

    private static LeaderboardRow ranked(LeaderboardRow row, int rank) {
        return new LeaderboardRow(rank, row.name(), row.trial(), row.learner(), row.metric(), row.value(), row.lower(),
                row.upper(), row.foldValues(), row.fitSeconds(), row.status(), row.reason(), row.remedy(), row.weight(),
                row.hyperparameters());
    }
}
