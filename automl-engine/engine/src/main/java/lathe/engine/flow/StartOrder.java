package lathe.engine.flow;

import java.util.List;
import java.util.Map;
import lathe.engine.search.TrialPlan;
import lathe.engine.search.TrialPlan.Start;

/// What is tried first, and how often each learner is drawn afterwards.
///
/// Cheap ones come first, so that there is a useful model soon; then one default of each family, so that the ensemble has
/// members that differ; then boosting of other sizes, which repays most of the time left.
final class StartOrder {

    static final Map<String, Double> SHARES = Map.of("boosting", 0.6, "forest", 0.2, "logistic", 0.08,
            "elastic_net", 0.06, "ridge", 0.04, "tree", 0.02);

    static final List<TrialPlan.Start> STARTS = List.of(
            new Start("baseline", Map.of()),
            new Start("logistic", Map.of()),
            new Start("ridge", Map.of()),
            new Start("boosting", Map.of()),
            new Start("forest", Map.of()),
            new Start("boosting", Map.of("learning_rate", 0.05, "leaves", 63.0, "leaf_rows", 5.0, "columns", 0.4)),
            new Start("boosting", Map.of("learning_rate", 0.06, "leaves", 8.0, "leaf_rows", 20.0, "columns", 0.8, "rounds", 800.0)),
            new Start("logistic", Map.of("lambda", 0.1)),
            new Start("elastic_net", Map.of()),
            new Start("forest", Map.of("leaf_rows", 5.0)),
            new Start("boosting", Map.of("learning_rate", 0.04, "leaves", 20.0, "leaf_rows", 3.0, "columns", 0.3, "rounds", 1000.0)),
            new Start("tree", Map.of()));

    private StartOrder() { }
}
