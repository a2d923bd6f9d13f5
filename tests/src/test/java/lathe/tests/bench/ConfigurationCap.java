package lathe.tests.bench;

import java.util.Set;

/// How many configurations of flexible learners are worth comparing on so many rows: choosing among more of them fits the
/// validation rows rather than the question.
///
/// Counted are boosting, forests and networks; the others are few and cheap. Source: AutoGluon 1.5
/// (`model_count_cap`), log-log interpolation between [100, 4], [500, 7], [2500, 15], [10000, 40] and [100000, 100].
final class ConfigurationCap {

    private static final double[] ROWS = {100, 500, 2_500, 10_000, 100_000};
    private static final double[] MOST = {4, 7, 15, 40, 100};
    private static final Set<String> COUNTED = Set.of("forest", "extra_trees", "boosting", "symmetric_boosting",
            "explainable_boosting", "adaptive_boosting", "network", "residual_network", "embedding_network");

    private ConfigurationCap() { }

    /// Whether configurations of a learner count.
    static boolean counts(String learner) {
        return COUNTED.contains(learner);
    }

    /// Most configurations that count.
    ///
    /// @param rows of the search; beyond either end the slope there goes on
    static int most(int rows) {
        int right = 1;
        while (right < ROWS.length - 1 && rows > ROWS[right]) {
            right++;
        }
        double slope = Math.log(MOST[right] / MOST[right - 1]) / Math.log(ROWS[right] / ROWS[right - 1]);
        double most = MOST[right - 1] * Math.exp(slope * Math.log(rows / ROWS[right - 1]));
        return (int) Math.max(3, Math.min(Integer.MAX_VALUE, Math.round(most)));
    }
}
