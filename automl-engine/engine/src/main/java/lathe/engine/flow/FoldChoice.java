package lathe.engine.flow;

import java.util.List;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.Learner;

/// How many folds the budget can pay for: 5, 3, or one 80/20 split. The defaults of all learners may cost a third of it.
///
/// Decided from predicted costs, not from measured ones, so that equal settings give equal folds.
final class FoldChoice {

    private FoldChoice() { }

    /// @param learners   those that will be tried
    /// @param shape      all rows of the search
    /// @param seconds    the budget
    /// @param processors how many fits run at a time
    /// @return 5, 3, or 1 for a single split
    static int folds(List<Learner> learners, DataShape shape, double seconds, int processors) {
        double once = 0;
        for (Learner learner : learners) {
            if (learner.refusal(shape).isEmpty()) {
                once += learner.expectedSeconds(shape, learner.space(shape).defaults());
            }
        }
        double most = seconds / 3;
        for (int folds : new int[] {5, 3}) {
            if (folds * once / processors <= most) {
                return folds;
            }
        }
        return 1;
    }
}
