package lathe.views.leaderboard;

import java.util.Comparator;
import java.util.List;
import lathe.engine.track.LeaderboardRow;

/// Which of two models is easier to read and to keep.
final class Simplicity {

    private static final List<List<String>> LADDER = List.of(List.of("baseline"), List.of("logistic", "ridge", "elastic_net", "lasso",
            "huber", "partial_least_squares", "linear_discriminant", "linear_support_vectors"), List.of("naive_bayes"), List.of("tree"),
            List.of("explainable_boosting"),
            List.of("nearest_neighbours", "quadratic_discriminant", "regularised_discriminant"),
            List.of("forest", "extra_trees"), List.of("boosting", "lightgbm", "xgboost", "symmetric_boosting", "adaptive_boosting"),
            List.of("network", "residual_network", "embedding_network"));

    /// The simpler first: by kind of model, then by size, then by number of the trial.
    static final Comparator<LeaderboardRow> ORDER = Comparator.comparingInt((LeaderboardRow row) -> rung(row.learner()))
            .thenComparingLong(row -> row.cost().bytes() == 0 ? Long.MAX_VALUE : row.cost().bytes())
            .thenComparingInt(LeaderboardRow::trial);

    private Simplicity() { }

    // What the ladder does not know, such as an ensemble, counts as the least simple.
    private static int rung(String learner) {
        for (int rung = 0; rung < LADDER.size(); rung++) {
            if (LADDER.get(rung).contains(learner)) {
                return rung;
            }
        }
        return LADDER.size();
    }
}
