package lathe.engine.flow;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import lathe.engine.evaluate.Bootstrap;
import lathe.engine.evaluate.Metric;
import lathe.engine.evaluate.Score;
import lathe.engine.learn.Target;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.scoring.Predictions;

/// Intervals of the trials' scores, computed on a thread of their own while the search goes on.
final class TrialIntervals implements AutoCloseable {

    private static final Duration MOST = Duration.ofMillis(250);

    private final Metric metric;
    private final Target truth;
    private final int positive;
    private final Seed seed;
    private final Map<Integer, Score> known = new ConcurrentHashMap<>();
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("intervals").daemon().factory());

    /// @param truth answers of the out-of-fold rows
    TrialIntervals(Metric metric, Target truth, int positive, Seed seed) {
        this.metric = metric;
        this.truth = truth;
        this.positive = positive;
        this.seed = seed;
    }

    void offer(int trial, Predictions outOfFold) {
        thread.execute(() -> known.put(trial, score(outOfFold)));
    }

    /// The trial's interval, computed now if its turn never came.
    Score of(int trial, Predictions outOfFold) {
        return known.computeIfAbsent(trial, number -> score(outOfFold));
    }

    // However late it is, the bootstrap draws its least number of resamples.
    private Score score(Predictions outOfFold) {
        return Bootstrap.score(metric, truth, outOfFold, positive, seed, Deadline.in(MOST));
    }

    /// Drops what has not begun.
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
