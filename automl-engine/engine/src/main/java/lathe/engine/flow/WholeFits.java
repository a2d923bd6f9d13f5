package lathe.engine.flow;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import lathe.engine.evaluate.FoldPlan;
import lathe.engine.progress.Deadline;
import lathe.engine.search.FoldJob;
import lathe.engine.search.FoldResult;
import lathe.engine.search.Trial;
import lathe.engine.search.TrialExecutor;
import lathe.engine.search.TrialOutcome;
import org.jspecify.annotations.Nullable;

/// Fits the members of the final model once more, each on all rows of the search.
///
/// A fold model has not seen a part of the rows, and where a few rows more make a model much better (small tables, targets
/// without noise) a mean of fold models stays behind one model of all rows. Where the target is noisy the mean is the better
/// one, so the model of all rows has a third of the weight. A single split leaves one model of four fifths of the rows and no
/// mean of several: there the model of all rows has three quarters. Nothing is chosen here, and the out-of-fold score is of the fold models alone.
final class WholeFits {

    private static final double BESIDE_SEVERAL = 1.0 / 3;
    private static final double BESIDE_ONE = 0.75;

    private static final double LEAST_SECONDS = 1;
    private static final double SHARE = 0.06;
    private static final double MOST_BESIDE_ONE = 0.5;   // of the budget
    private static final double MOST_BESIDE_SEVERAL = 0.125;
    private static final double CHOOSING_SHARE = 0.02;   // the ensemble is put together first
    private static final double KEPT = 1.2;   // times what a fit is expected to take
    private static final double MARGIN = 1.1;
    private static final double MOST_OVERRUN = 3;

    private final TrialExecutor workers;
    private final Deadline deadline;
    private final BlockingQueue<FoldResult> results = new LinkedBlockingQueue<>();
    private final Map<Trial, Path> models;
    private int underWay;

    /// @param deadline when the last fit must have ended
    /// @param known    models of all rows that are there already
    WholeFits(TrialExecutor workers, Deadline deadline, Map<Trial, Path> known) {
        this.models = new HashMap<>(known);
        this.workers = workers;
        this.deadline = deadline;
    }

    /// What the model of all rows weighs beside those of the folds. Of a pupil it is all: it has been taught by the models of all
    /// folds, each of the others by those of one.
    static double weight(Contender.Share share) {
        return share.trial().recipe().isDistilled() ? 1 : share.scored().members().size() == 1 ? BESIDE_ONE : BESIDE_SEVERAL;
    }

    /// Seconds to keep for it in any case.
    static double reserve(double budgetSeconds) {
        return Math.max(LEAST_SECONDS, SHARE * budgetSeconds);
    }

    /// Seconds to keep for it where a model is known: so many that it can be learnt once more, unless they were too large a part of the
    /// budget for what that brings.
    static double reserve(double budgetSeconds, TrialOutcome.Scored best) {
        double most = budgetSeconds * (best.members().size() == 1 ? MOST_BESIDE_ONE : MOST_BESIDE_SEVERAL);
        double wanted = KEPT * seconds(best) + CHOOSING_SHARE * budgetSeconds;
        return Math.max(reserve(budgetSeconds), wanted <= most ? wanted : 0);
    }

    // A fold's model, where there is one, has learnt from four fifths of the rows.
    private static double seconds(TrialOutcome.Scored scored) {
        int folds = scored.members().size();
        return 0.1 + scored.seconds() / folds * (folds == 1 ? 1.25 : folds / (folds - 1.0));
    }

    /// The heaviest members first, as far as time allows; a member whose fit fails stays as it was, and so does one that a blend
    /// has taught in an earlier run: it is not learnt from rows alone.
    Contender fit(Contender contender) {
        Deque<Contender.Share> waiting = new ArrayDeque<>(contender.shares().stream()
                .filter(share -> !models.containsKey(share.trial()) && !share.trial().recipe().isDistilled())
                .sorted(Comparator.comparingDouble(share -> -share.weight())).toList());
        try {
            while ((!waiting.isEmpty() || underWay > 0) && !deadline.passed()) {
                while (!waiting.isEmpty() && underWay < workers.slots()) {
                    submit(waiting.removeFirst());
                }
                take(results.poll(Math.max(1, (long) (1000 * deadline.secondsLeft())), TimeUnit.MILLISECONDS));
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        List<Contender.Share> shares = contender.shares().stream()
                .map(share -> models.containsKey(share.trial()) ? share.with(models.get(share.trial())) : share).toList();
        return new Contender(contender.name(), contender.value(), shares, contender.power());
    }

    private void submit(Contender.Share share) {
        double expected = seconds(share.scored());
        if (MARGIN * expected < deadline.secondsLeft()) {
            underWay++;
            double seconds = Math.min(deadline.secondsLeft(), MOST_OVERRUN * expected);
            workers.submit(new FoldJob(share.trial(), FoldPlan.EVERY_ROW, seconds), results::add);
        }
    }

    private void take(@Nullable FoldResult result) {
        if (result == null) {
            return;
        }
        underWay--;
        if (result instanceof FoldResult.Fitted fitted) {
            models.put(fitted.job().trial(), fitted.member());
        }
    }
}
