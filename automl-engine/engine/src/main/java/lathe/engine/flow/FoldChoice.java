package lathe.engine.flow;

import java.util.List;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.Learner;
import lathe.engine.search.TrialPlan;

/// How many folds the budget can pay for: 8, 5, 3, or one 80/20 split.
///
/// Eight when all starts on eight folds would take eight tenths of it; five or three when the defaults of the learners in the
/// start order would take a third. Decided from predicted costs, not from measured ones, so that equal settings give equal
/// folds.
final class FoldChoice {

    private static final int MOST = 8;
    private static final double SHARE_OF_STARTS = 0.8;
    private static final double SHARE_OF_DEFAULTS = 1.0 / 3;

    private FoldChoice() { }

    /// @param learners   those that will be tried
    /// @param shape      all rows of the search
    /// @param seconds    the budget
    /// @param processors how many fits run at a time
    /// @return 8, 5, 3, or 1 for a single split
    static int folds(List<Learner> learners, DataShape shape, double seconds, int processors) {
        double starts = 0;
        double defaults = 0;
        for (Learner learner : learners) {
            List<TrialPlan.Start> own = StartOrder.starts(learners).stream().filter(start -> start.learner().equals(learner.id())).toList();
            if (own.isEmpty() || learner.refusal(shape).isPresent()) {
                continue;
            }
            defaults += learner.expectedSeconds(shape, learner.space(shape).defaults());
            for (TrialPlan.Start start : own) {
                starts += learner.expectedSeconds(shape, learner.space(shape).with(start.changes()));
            }
        }
        if (MOST * starts / processors <= SHARE_OF_STARTS * seconds) {
            return MOST;
        }
        for (int folds : new int[] {5, 3}) {
            if (folds * defaults / processors <= SHARE_OF_DEFAULTS * seconds) {
                return folds;
            }
        }
        return 1;
    }
}
