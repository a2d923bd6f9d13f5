package lathe.engine.track;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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

    /// Name and learner of the row that stands for a pupil taught by the ensemble.
    public static final String PUPIL = "pupil";

    public Leaderboard {
        rows = List.copyOf(rows);
    }

    /// Ranks trials by value; equal values by trial number, the ensemble before its equals.
    ///
    /// @param ensemble put in as a row of its own if it [EnsembleRecord#hasRow]
    public static Leaderboard of(String metric, Direction direction, List<TrialRecord> trials, EnsembleRecord ensemble) {
        return of(metric, direction, trials, ensemble, Map.of());
    }

    /// As the other, with what was computed about scores afterwards, by number of the trial, 0 for the ensemble.
    public static Leaderboard of(String metric, Direction direction, List<TrialRecord> trials, EnsembleRecord ensemble,
                                 Map<Integer, TrialMeasure> measures) {
        List<LeaderboardRow> scored = new ArrayList<>();
        List<LeaderboardRow> others = new ArrayList<>();
        if (ensemble.hasRow()) {
            scored.add(ensembleRow(metric, trials, ensemble, measured(measures, 0)));
        }
        for (TrialRecord trial : trials) {
            LeaderboardRow row = row(metric, trial, ensemble.weightOf(trial.trial()), measured(measures, trial.trial()));
            (trial.status() == TrialStatus.SCORED && !Double.isNaN(trial.value()) ? scored : others).add(row);
        }
        Comparator<LeaderboardRow> byValue = Comparator.comparingDouble(
                row -> direction == Direction.HIGHER_IS_BETTER ? -row.value() : row.value());
        scored.sort(byValue.thenComparingInt(LeaderboardRow::trial));
        others.sort(Comparator.comparingInt(LeaderboardRow::trial));
        List<LeaderboardRow> rows = new ArrayList<>();
        for (LeaderboardRow row : scored) {
            rows.add(row.withRank(rows.size() + 1));
        }
        rows.addAll(others);
        return new Leaderboard(metric, direction, rows);
    }

    private static TrialMeasure measured(Map<Integer, TrialMeasure> measures, int trial) {
        return measures.getOrDefault(trial, new TrialMeasure(trial, Double.NaN, Double.NaN, false, Map.of()));
    }

    private static LeaderboardRow row(String metric, TrialRecord trial, double weight, TrialMeasure measure) {
        boolean measured = Double.isNaN(trial.lower());
        return new LeaderboardRow(0, trial.rowName(), trial.trial(), trial.learner(), metric, trial.value(),
                measured ? measure.lower() : trial.lower(), measured ? measure.upper() : trial.upper(), trial.foldValues(),
                trial.fitSeconds(), trial.status(), trial.reason(), trial.remedy(), weight, trial.hyperparameters(),
                measure.tied(), trial.cost(), measure.metrics());
    }

    private static LeaderboardRow ensembleRow(String metric, List<TrialRecord> trials, EnsembleRecord ensemble,
                                              TrialMeasure measure) {
        double seconds = 0;
        TrialCost cost = new TrialCost(0, 0, 0);
        for (TrialRecord trial : trials) {
            if (ensemble.weightOf(trial.trial()) > 0) {
                seconds += trial.fitSeconds();
                cost = cost.plus(trial.cost());
            }
        }
        String name = ensemble.pupil() ? PUPIL : ENSEMBLE;
        return new LeaderboardRow(0, name, 0, name, metric, ensemble.value(), ensemble.lower(), ensemble.upper(),
                List.of(), seconds, TrialStatus.SCORED, "", "", 1, Hyperparameters.NONE, measure.tied(),
                cost, measure.metrics());
    }
}
