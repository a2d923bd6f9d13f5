package lathe.engine.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lathe.engine.builtin.Learners;
import lathe.engine.learn.Learner;
import lathe.engine.search.TrialPlan;
import lathe.engine.search.TrialPlan.Start;

/// What is tried first, and how often each learner is drawn afterwards.
///
/// Cheap ones come first, so that there is a useful model soon; then one of each family, so that the ensemble has members
/// that differ, networks behind the forests; then boosting of very different sizes. Most of the boosting settings follow the learnt portfolios of
/// AutoGluon (2025-12-18) and the tuned defaults of D. Holzmüller et al. (arXiv 2407.04491), with larger steps where their
/// smaller ones would not end within a minute.
final class StartOrder {

    // Where the benchmarks say that joined columns help, see docs/benchmarks.md.
    private static final Set<String> JOINED = Set.of("arithmetic", "crosses");
    private static final double SMALL_SHARE = 0.01;

    static final Map<String, Double> SHARES = withSmallTables(Map.ofEntries(Map.entry("boosting", 0.34),
            Map.entry("symmetric_boosting", 0.24), Map.entry("explainable_boosting", 0.05), Map.entry("extra_trees", 0.08),
            Map.entry("forest", 0.06), Map.entry("logistic", 0.05), Map.entry("elastic_net", 0.05), Map.entry("ridge", 0.03),
            Map.entry("tree", 0.01), Map.entry("network", 0.03), Map.entry("residual_network", 0.02),
            Map.entry("embedding_network", 0.05)));

    static final List<TrialPlan.Start> STARTS = List.of(
            new Start("baseline", Map.of()),
            new Start("logistic", Map.of()),
            new Start("ridge", Map.of()),
            new Start("boosting", Map.of()),
            new Start("symmetric_boosting", Map.of()),
            new Start("extra_trees", Map.of()),
            with(JOINED, boosting(0.04, 7, "random", Map.of("leaf_rows", 1.0, "rows", 0.96, "columns", 1.0, "l1", 0.35, "l2", 2.0,
                    "rounds", 3000.0))),
            new Start("embedding_network", Map.of()),
            boosting(0.03, 84, "best", Map.of("leaf_rows", 3.0, "rows", 0.98, "columns", 0.53, "l2", 0.84)),
            new Start("explainable_boosting", Map.of()),
            symmetric(0.05, 8, 0.6),
            new Start("forest", Map.of()),
            new Start("network", Map.of()),
            with(JOINED, symmetric(0.06, 5, 0.7)),
            boosting(0.03, 39, "random", Map.of("leaf_rows", 3.0, "rows", 0.88, "columns", 0.46, "l1", 0.24, "l2", 0.36,
                    "rounds", 3000.0)),
            new Start("logistic", Map.of("lambda", 0.1)),
            new Start("elastic_net", Map.of()),
            new Start("gaussian_process", Map.of()),
            new Start("support_vectors", Map.of()),
            boosting(0.03, 128, "best", Map.of("leaf_rows", 3.0, "rows", 1.0, "columns", 0.9)),
            with(JOINED, new Start("boosting", Map.of())),
            boosting(0.02, 8, "best", Map.of("leaf_rows", 24.0, "rows", 0.82, "columns", 0.94, "l1", 0.44, "l2", 0.3,
                    "rounds", 4000.0)),
            symmetric(0.1, 4, 0.9),
            new Start("extra_trees", Map.of("leaf_rows", 4.0, "columns", 0.75)),
            new Start("residual_network", Map.of()),
            boosting(0.03, 180, "random", Map.of("leaf_rows", 12.0, "rows", 0.95, "columns", 0.4, "l1", 0.77, "l2", 1.6,
                    "rounds", 2500.0)),
            boosting(0.03, 5, "random", Map.of("leaf_rows", 12.0, "rows", 0.85, "columns", 0.73, "l1", 0.24, "l2", 0.3,
                    "rounds", 4000.0)),
            new Start("forest", Map.of("leaf_rows", 5.0, "columns", 0.75)),
            boosting(0.09, 23, "random", Map.of("leaf_rows", 13.0, "rows", 0.7, "columns", 0.78, "l1", 0.37, "l2", 0.03)),
            new Start("nearest_neighbours", Map.of()),
            new Start("tree", Map.of()));

    private static final int BEHIND_THE_FIRST = 5;
    private static final double ASKED_FOR_SHARE = 0.1;

    private StartOrder() { }

    /// The start order with learners that only a person can have asked for (plug-ins): once as they are, after the first useful
    /// models.
    static List<Start> starts(List<Learner> learners) {
        List<Start> all = new ArrayList<>(STARTS);
        all.addAll(BEHIND_THE_FIRST, learners.stream().filter(StartOrder::isAskedFor).map(each -> new Start(each.id(), Map.of())).toList());
        return List.copyOf(all);
    }

    /// How often each is drawn, with a share for each learner that only a person can have asked for.
    static Map<String, Double> shares(List<Learner> learners) {
        Map<String, Double> all = new HashMap<>(SHARES);
        learners.stream().filter(StartOrder::isAskedFor).forEach(each -> all.put(each.id(), ASKED_FOR_SHARE));
        return Map.copyOf(all);
    }

    private static boolean isAskedFor(Learner learner) {
        return !Learners.isUsual(learner.id());
    }

    // Learners for small tables and simple truths: seldom the best, but different in their mistakes.
    private static Map<String, Double> withSmallTables(Map<String, Double> shares) {
        Map<String, Double> all = new HashMap<>(shares);
        for (String id : List.of("naive_bayes", "linear_discriminant", "quadratic_discriminant", "regularised_discriminant",
                "nearest_neighbours", "support_vectors", "gaussian_process", "kernel_ridge", "adaptive_boosting", "lasso",
                "huber", "partial_least_squares", "linear_support_vectors")) {
            all.put(id, SMALL_SHARE);
        }
        return Map.copyOf(all);
    }

    private static Start with(Set<String> generators, Start start) {
        return new Start(start.learner(), start.changes(), generators);
    }

    private static Start symmetric(double rate, int depth, double columns) {
        return new Start("symmetric_boosting", Map.of("learning_rate", rate, "depth", (double) depth, "columns", columns));
    }

    private static Start boosting(double rate, int leaves, String cuts, Map<String, Object> more) {
        Map<String, Object> changes = new HashMap<>(more);
        changes.put("learning_rate", rate);
        changes.put("leaves", (double) leaves);
        changes.put("cuts", cuts);
        return new Start("boosting", changes);
    }
}
