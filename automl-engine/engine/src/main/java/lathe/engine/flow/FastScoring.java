package lathe.engine.flow;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import lathe.engine.evaluate.Metric;
import lathe.engine.evaluate.PairedBootstrap;
import lathe.engine.learn.Target;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.scoring.Pipeline;
import lathe.scoring.Predictions;

/// What a model that was chosen to answer quickly gives up in score and gains in time.
///
/// @param without    what would have been handed over without a limit
/// @param outOfFold  its predictions for the out-of-fold rows
/// @param costs      of all models
/// @param how        sentence on what is handed over in its place; empty before that is known
record FastScoring(Contender without, Predictions outOfFold, MemberCosts costs, String how) {

    private static final int MOST_ROWS = 5_000;

    FastScoring with(String sentence) {
        return new FastScoring(without, outOfFold, costs, sentence);
    }

    FastScoring with(MemberCosts more) {
        return new FastScoring(without, outOfFold, more, how);
    }

    /// Whether the blend without a limit keeps it all the same, with all its models.
    boolean isQuickAnyhow(PackageLimits limits) {
        return limits.fits(costs.all(without.shares().stream().map(share -> share.trial().name()).toList(), false));
    }

    /// Measures both on this machine, and compares their scores: on rows kept apart, where there are some. Out of fold, what the
    /// mean of fold models adds to either cannot be seen.
    ///
    /// @param own       the package as it is handed over
    /// @param predicted its predictions for the out-of-fold rows
    String sentence(PreparedRun run, Metric metric, Pipeline own, Predictions predicted, Seed seed, Deadline deadline) {
        String figures = figures(run, metric, own, predicted, seed, deadline);
        return how.isEmpty() ? figures : figures + " " + how;
    }

    private String figures(PreparedRun run, Metric metric, Pipeline own, Predictions predicted, Seed seed, Deadline deadline) {
        Pipeline other = PipelineAssembly.of(without, run);
        ScoringSpeed first = ScoringSpeed.of(own, run.raw());
        ScoringSpeed speed = isQuick(first) ? first : first.orQuicker(ScoringSpeed.of(own, run.raw()));
        ScoringSpeed before = ScoringSpeed.of(other, run.raw());
        int positive = run.signature().positive();
        if (!run.hasHoldout()) {
            Target truth = run.search().target().select(run.search().folds().validated());
            return sentence(metric, speed, before, PairedBootstrap.difference(metric, truth, new PairedBootstrap.Pair(outOfFold, predicted),
                    positive, run.drawnOutOfFold(), seed, deadline), "Out of fold");
        }
        int step = Math.ceilDiv(run.holdout().rows(), MOST_ROWS);
        int[] rows = IntStream.range(0, run.holdout().rows()).filter(row -> row % step == 0).toArray();
        long[] drawn = run.apart().drawnHeld();
        PairedBootstrap.Pair pair = new PairedBootstrap.Pair(other.predict(run.holdout().select(rows)), own.predict(run.holdout().select(rows)));
        return sentence(metric, speed, before, PairedBootstrap.difference(metric, run.holdoutTrue().select(rows), pair, positive,
                IntStream.of(rows).mapToLong(row -> drawn[row]).toArray(), seed, deadline), "On rows kept apart");
    }

    private static boolean isQuick(ScoringSpeed speed) {
        return speed.rowMicros() <= PackageLimits.FAST.rowMicros() && speed.singleMillis() <= 1;
    }

    /// @param difference the quick model's value less the other's
    /// @param where      rows of that difference
    static String sentence(Metric metric, ScoringSpeed speed, ScoringSpeed before, PairedBootstrap.Difference difference, String where) {
        double most = PackageLimits.FAST.rowMicros();
        String limit = isQuick(speed) ? "Quick to answer: "
                : String.format(Locale.ROOT, "The limit of %.0f microseconds a row and 1 ms for one row alone could not be met: ", most);
        String times = String.format(Locale.ROOT, "%.3g microseconds a row (on this machine %,.0f rows a second with one core, %,.0f with two), %.3f ms for one"
                + " row alone. The blend without a limit takes %.3g microseconds a row, %.1f times as long.", speed.rowMicros(),
                1e6 / speed.rowMicros(), 1e6 * PackageLimits.FAST_CORES / speed.rowMicros(), speed.singleMillis(), before.rowMicros(), before.rowMicros() / speed.rowMicros());
        double worse = metric.direction() == Metric.Direction.HIGHER_IS_BETTER ? -difference.value() : difference.value();
        return limit + times + (worse == 0 ? " %s both score the same.".formatted(where) : String.format(Locale.ROOT,
                " %s its %s is %.3g %s than that blend's (standard error %.2g).", where, metric.id(), Math.abs(worse), worse > 0 ? "worse" : "better",
                difference.standardError()));
    }
}
