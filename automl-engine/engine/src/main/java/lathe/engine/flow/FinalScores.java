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
/// @param bias     how much the choice of the model makes its out-of-fold score in the run's metric look too good; taken off
/// @param deadline shared by all intervals
record FinalScores(Metric metric, int positive, Seed seed, double bias, Deadline deadline) {

    /// @param groups key of each row; rows with equal keys are drawn together
    List<ReportedScore> report(ScoreKind kind, Target truth, Predictions predictions, long[] groups) {
        List<Metric> metrics = new ArrayList<>(List.of(metric));
        Metrics.forTask(truth.task()).stream().filter(other -> !other.id().equals(metric.id())).forEach(metrics::add);
        List<ReportedScore> reported = new ArrayList<>();
        for (Metric each : metrics) {
            if (Double.isFinite(each.compute(truth, predictions, positive))) {
                Score score = Bootstrap.score(each, truth, predictions, positive, groups, seed, deadline);
                boolean corrected = kind == ScoreKind.OUT_OF_FOLD && each.id().equals(metric.id());
                reported.add(new ReportedScore(kind, corrected ? corrected(score) : score));
            }
        }
        return reported;
    }

    private Score corrected(Score score) {
        double shift = metric.direction() == Metric.Direction.HIGHER_IS_BETTER ? -bias : bias;
        double low = Math.min(metric.worst(), metric.best());
        double high = Math.max(metric.worst(), metric.best());
        return new Score(score.metric(), Math.clamp(score.value() + shift, low, high), Math.clamp(score.lower() + shift, low, high),
                Math.clamp(score.upper() + shift, low, high), score.level(), score.rows());
    }
}
