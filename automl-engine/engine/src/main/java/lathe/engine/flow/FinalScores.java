package lathe.engine.flow;

import java.util.ArrayList;
import java.util.List;
import lathe.engine.builtin.Metrics;
import lathe.engine.evaluate.Bootstrap;
import lathe.engine.evaluate.Metric;
import lathe.engine.evaluate.Score;
import lathe.engine.learn.Target;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.engine.track.ReportedScore;
import lathe.engine.track.ScoreKind;
import lathe.scoring.Predictions;

/// Scores of the frozen model in all metrics of its task, the run's own first, each with its interval.
///
/// @param metric   the run's metric
/// @param positive index of the positive class, or −1
/// @param seed     for the bootstrap
/// @param deadline shared by all intervals
record FinalScores(Metric metric, int positive, Seed seed, Deadline deadline) {

    /// @param groups key of each row; rows with equal keys are drawn together
    List<ReportedScore> report(ScoreKind kind, Target truth, Predictions predictions, long[] groups) {
        List<Metric> metrics = new ArrayList<>(List.of(metric));
        Metrics.forTask(truth.task()).stream().filter(other -> !other.id().equals(metric.id())).forEach(metrics::add);
        List<ReportedScore> reported = new ArrayList<>();
        for (Metric each : metrics) {
            if (Double.isFinite(each.compute(truth, predictions, positive))) {
                Score score = Bootstrap.score(each, truth, predictions, positive, groups, seed, deadline);
                reported.add(new ReportedScore(kind, score));
            }
        }
        return reported;
    }
}
