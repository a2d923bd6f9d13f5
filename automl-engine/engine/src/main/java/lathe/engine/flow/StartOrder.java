package lathe.engine.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lathe.engine.builtin.Learners;
import lathe.engine.learn.Learner;
import lathe.engine.search.TrialPlan;

/// What is tried first, and how often each learner is drawn afterwards.
final class StartOrder {

    /// Out of measured use of time, see docs/benchmarks.md: boosting repays most draws.
    static final Map<String, Double> SHARES = Map.of("boosting", 0.55, "forest", 0.25, "logistic", 0.08,
            "elastic_net", 0.06, "ridge", 0.04, "tree", 0.02);

    private StartOrder() { }

    /// Defaults of every learner in the order of `builtin.Learners`.
    static List<TrialPlan.Start> starts() {
        List<TrialPlan.Start> starts = new ArrayList<>();
        for (Learner learner : Learners.ALL) {
            starts.add(new TrialPlan.Start(learner.id(), Map.of()));
        }
        return starts;
    }
}
