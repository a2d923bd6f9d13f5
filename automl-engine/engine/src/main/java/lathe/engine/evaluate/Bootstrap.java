package lathe.engine.evaluate;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import lathe.engine.learn.Target;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.scoring.Predictions;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;

/// A metric with its two-sided 95 % interval: the 2.5 and 97.5 percentiles over resampled rows.
///
/// Where resampling says too little, the interval gets wider instead of looking certain:
///
/// - A resample that does not define the metric (it drew no positive row) could have had any value. Half of those count
///   as the worst value there is and half as the best; with one in twenty the interval is the whole range.
/// - Resamples that all agree (no error among twenty rows) prove no certainty. By the rule of three, here for 97.5 %,
///   3.7 errors in so many rows would be no surprise: four groups are judged the other way round and the interval
///   reaches to that value. For numbers this applies to a single group only, and the interval is the whole range.
///
/// Source of the method: B. Efron, R. Tibshirani, "An Introduction to the Bootstrap", 1993, chapters 8 and 13.
public final class Bootstrap {

    /// Of every interval.
    public static final double LEVEL = 0.95;
    private static final int UNSURPRISING_ERRORS = 4;

    private Bootstrap() {
    }

    /// As [#score(Metric, Target, Predictions, int, long[], Seed, Deadline)] with every row alone.
    public static Score score(Metric metric, Target truth, Predictions predictions, int positive, Seed seed,
            Deadline deadline) {
        return score(metric, truth, predictions, positive, Groups.each(truth.rows()), seed, deadline);
    }

    /// @param positive index of the positive class for binary tasks, otherwise −1
    /// @param groups   key of each row; rows with equal keys are drawn together
    /// @param deadline ends the resampling early, not before the 50th sample
    /// @throws ProblemException if the rows do not define the metric
    public static Score score(Metric metric, Target truth, Predictions predictions, int positive, long[] groups,
            Seed seed, Deadline deadline) {
        FoldMaker.requireKeys(truth, groups);
        return score(metric, truth, predictions, positive, Groups.of(groups), seed, deadline);
    }

    private static Score score(Metric metric, Target truth, Predictions predictions, int positive, Groups groups,
            Seed seed, Deadline deadline) {
        double value = metric.compute(truth, predictions, positive);
        if (Double.isNaN(value)) {
            throw undefined(metric, truth.rows());
        }
        double[] sorted = resampled(metric, metric.counted(truth, predictions, positive),
                new Resamples(groups, truth.rows(), seed.child("resample", 0), deadline));
        double lower = percentile(sorted, (1 - LEVEL) / 2);
        double upper = percentile(sorted, (1 + LEVEL) / 2);
        if (lower == upper) {
            double other = truth.task().isClassification()
                    ? otherWayRound(metric, truth, predictions, positive, groups, seed.child("other", 0))
                    : groups.count() == 1 ? Double.NaN : value;
            boolean unknown = Double.isNaN(other);
            lower = Math.min(lower, unknown ? Math.min(metric.worst(), metric.best()) : other);
            upper = Math.max(upper, unknown ? Math.max(metric.worst(), metric.best()) : other);
        }
        return new Score(metric.id(), value, Math.min(lower, value), Math.max(upper, value), LEVEL, truth.rows());
    }

    private static double[] resampled(Metric metric, Metric.Counted counted, Resamples resamples) {
        double[] values = new double[resamples.wanted()];
        int drawn = 0;
        int undefined = 0;
        while (resamples.hasNext()) {
            double value = counted.compute(resamples.next());
            if (Double.isNaN(value)) {
                value = undefined++ % 2 == 0 ? metric.worst() : metric.best();
            }
            values[drawn++] = value;
        }
        double[] sorted = Arrays.copyOf(values, drawn);
        Arrays.sort(sorted);
        return sorted;
    }

    // The value if four random groups had been judged the other way round: in their rows the probability of the true
    // class changes places with the largest one, or, if it is the largest, with the smallest.
    private static double otherWayRound(Metric metric, Target truth, Predictions predictions, int positive,
            Groups groups, Seed seed) {
        double[] values = predictions.values().clone();
        RandomGenerator random = seed.random();
        int[] chosen = new int[groups.count()];
        Arrays.setAll(chosen, group -> group);
        for (int i = 0; i < Math.min(UNSURPRISING_ERRORS, chosen.length); i++) {
            int other = random.nextInt(i, chosen.length);
            int group = chosen[other];
            chosen[other] = chosen[i];
            for (int place = 0; place < groups.size(group); place++) {
                int row = groups.row(group, place);
                int right = truth.classIndex(row);
                int best = predictions.best(row);
                int swap = best == right ? least(predictions, row) : best;
                values[row * predictions.width() + right] = predictions.at(row, swap);
                values[row * predictions.width() + swap] = predictions.at(row, right);
            }
        }
        return metric.compute(truth, new Predictions(predictions.width(), values), positive);
    }

    private static int least(Predictions predictions, int row) {
        int least = 0;
        for (int output = 1; output < predictions.width(); output++) {
            if (predictions.at(row, output) < predictions.at(row, least)) {
                least = output;
            }
        }
        return least;
    }

    // Linear between the two values around the place asked for.
    private static double percentile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        double part = place - below;
        return sorted[below] == sorted[above] ? sorted[below] : (1 - part) * sorted[below] + part * sorted[above];
    }

    private static ProblemException undefined(Metric metric, int rows) {
        return new ProblemException(Problem.of("score-undefined",
                "%s is not defined on the %d judged rows, which have too few different answers."
                        .formatted(metric.id(), rows),
                "Choose another metric or give more rows of each class."));
    }
}
