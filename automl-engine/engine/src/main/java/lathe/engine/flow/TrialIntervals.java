package lathe.engine.flow;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import lathe.engine.builtin.Metrics;
import lathe.engine.evaluate.Bootstrap;
import lathe.engine.evaluate.Metric;
import lathe.engine.evaluate.PairedBootstrap;
import lathe.engine.evaluate.Score;
import lathe.engine.learn.Target;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.engine.track.TrialMeasure;
import lathe.scoring.Predictions;
import lathe.scoring.ProblemException;

/// Intervals of the trials' scores and their values in the other metrics, computed on a thread of its own while the search
/// goes on.
final class TrialIntervals implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(TrialIntervals.class.getName());

    /// What intervals may cost.
    ///
    /// @param each most time for one trial's interval
    /// @param ties most time for all comparisons with the leader
    record Cost(Duration each, Duration ties) {

        /// Within a budget of time: the number of resamples depends on the machine.
        static final Cost SMALL = new Cost(Duration.ofMillis(250), Duration.ofMillis(1500));
        /// All resamples wanted, which are a bounded number: equal settings give equal intervals.
        static final Cost FULL = new Cost(Duration.ofHours(1), Duration.ofHours(1));
    }

    private final Metric metric;
    private final Target truth;
    private final int positive;
    private final long[] groups;
    private final Seed seed;
    private final Cost cost;
    private final Consumer<Measured> listener;
    private final List<Metric> others;
    private final Map<Integer, Measured> known = new ConcurrentHashMap<>();
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("intervals").daemon().factory());

    /// What is known of a trial's score.
    record Measured(int trial, Score score, Map<String, Double> metrics) {

        TrialMeasure record(boolean tied) {
            return new TrialMeasure(trial, score.lower(), score.upper(), tied, metrics);
        }
    }

    /// @param truth    answers of the out-of-fold rows
    /// @param groups   key of each of these rows; rows with equal keys are drawn together
    /// @param listener hears each trial once, on this object's thread or the caller's of [#of]
    TrialIntervals(Metric metric, Target truth, int positive, long[] groups, Seed seed, Cost cost,
            Consumer<Measured> listener) {
        this.metric = metric;
        this.truth = truth;
        this.positive = positive;
        this.groups = groups;
        this.seed = seed;
        this.cost = cost;
        this.listener = listener;
        this.others = Metrics.forTask(truth.task()).stream().filter(each -> !each.id().equals(metric.id())).toList();
    }

    void offer(int trial, Predictions outOfFold) {
        thread.execute(() -> {
            try {
                of(trial, outOfFold);
            } catch (ProblemException failed) {
                // The end of the run asks again, and says what is wrong if it still is.
                LOG.log(Level.FINE, "no interval of trial " + trial, failed);
            }
        });
    }

    /// Takes what an earlier run computed, and tells it like any other.
    void takeOver(TrialMeasure measure, double value) {
        if (measure.lower() <= value && value <= measure.upper()) {
            Score score = new Score(metric.id(), value, measure.lower(), measure.upper(), Bootstrap.LEVEL, truth.rows());
            of(measure.trial(), () -> new Measured(measure.trial(), score, measure.metrics()));
        }
    }

    /// What is known of the trial, computed now if its turn never came.
    Measured of(int trial, Predictions outOfFold) {
        return of(trial, () -> new Measured(trial, score(outOfFold), metrics(outOfFold)));
    }

    private Measured of(int trial, Supplier<Measured> source) {
        return known.computeIfAbsent(trial, number -> {
            Measured measured = source.get();
            listener.accept(measured);
            return measured;
        });
    }

    // However late it is, the bootstrap draws its least number of resamples.
    private Score score(Predictions outOfFold) {
        return Bootstrap.score(metric, truth, outOfFold, positive, groups, seed, Deadline.in(cost.each()));
    }

    Map<String, Double> metrics(Predictions outOfFold) {
        Map<String, Double> values = new TreeMap<>();
        for (Metric other : others) {
            double value = other.compute(truth, outOfFold, positive);
            if (Double.isFinite(value)) {
                values.put(other.id(), value);
            }
        }
        return values;
    }

    /// Tells trials that cannot be told apart from the leader. Only those whose interval holds the leader's value are
    /// compared row by row, the time for that is bounded, and those left over count as tied.
    Ties ties(Predictions leader, Deadline end) {
        double value = metric.compute(truth, leader, positive);
        Deadline most = Deadline.in(cost.ties()).earlier(end);
        return (challenger, lower, upper) -> {
            if (!(lower <= value && value <= upper) || most.passed()) {
                return lower <= value && value <= upper;
            }
            double share = PairedBootstrap.shareBetter(metric, truth, new PairedBootstrap.Pair(leader, challenger), positive,
                    groups, seed, most);
            return share >= PairedBootstrap.TIE;
        };
    }

    /// Whether a challenger with such an interval is tied with the leader.
    interface Ties {
        boolean tied(Predictions challenger, double lower, double upper);
    }

    /// Drops what has not begun.
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
