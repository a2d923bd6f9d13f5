package lathe.engine.evaluate;

import lathe.engine.learn.Target;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.scoring.Predictions;

/// Compares two models on the same resampled rows, so that what is hard for both does not hide the difference.
public final class PairedBootstrap {

    /// Below this share of resamples a model is told apart from the leader; from it on the two are tied.
    public static final double TIE = 0.025;

    private PairedBootstrap() {
    }

    /// Share of resamples in which the challenger beats the leader, in [0, 1]. Equal values count half; resamples that
    /// do not define the metric are left out; one half if none defines it.
    ///
    /// @param groups key of each row; rows with equal keys are drawn together; [RowGroups#each] for none
    public static double shareBetter(Metric metric, Target truth, Pair pair, int positive, long[] groups, Seed seed,
            Deadline deadline) {
        FoldMaker.requireKeys(truth, groups);
        Metric.Counted leader = metric.counted(truth, pair.leader(), positive);
        Metric.Counted challenger = metric.counted(truth, pair.challenger(), positive);
        Resamples resamples = new Resamples(Groups.of(groups), truth.rows(), seed.child("resample", 0), deadline);
        double better = 0;
        int defined = 0;
        while (resamples.hasNext()) {
            int[] counts = resamples.next();
            double a = leader.compute(counts);
            double b = challenger.compute(counts);
            if (!Double.isNaN(a) && !Double.isNaN(b)) {
                defined++;
                better += a == b ? 0.5 : metric.better(b, a) ? 1 : 0;
            }
        }
        return defined == 0 ? 0.5 : better / defined;
    }

    /// By how much the challenger's value lies above the leader's, as a number of the metric, whichever is better.
    ///
    /// @param value         on the rows as they are
    /// @param standardError over resamples; 0 if none defines the metric
    public record Difference(double value, double standardError) { }

    /// @param groups key of each row; rows with equal keys are drawn together
    public static Difference difference(Metric metric, Target truth, Pair pair, int positive, long[] groups, Seed seed,
            Deadline deadline) {
        FoldMaker.requireKeys(truth, groups);
        Metric.Counted leader = metric.counted(truth, pair.leader(), positive);
        Metric.Counted challenger = metric.counted(truth, pair.challenger(), positive);
        Resamples resamples = new Resamples(Groups.of(groups), truth.rows(), seed.child("resample", 0), deadline);
        double sum = 0;
        double squares = 0;
        int defined = 0;
        while (resamples.hasNext()) {
            int[] counts = resamples.next();
            double difference = challenger.compute(counts) - leader.compute(counts);
            if (Double.isFinite(difference)) {
                defined++;
                sum += difference;
                squares += difference * difference;
            }
        }
        double variance = defined < 2 ? 0 : Math.max(0, (squares - sum * sum / defined) / (defined - 1));
        return new Difference(metric.compute(truth, pair.challenger(), positive) - metric.compute(truth, pair.leader(), positive),
                Math.sqrt(variance));
    }

    /// Two models' predictions for the same rows.
    public record Pair(Predictions leader, Predictions challenger) { }
}
