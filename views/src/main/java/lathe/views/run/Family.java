package lathe.views.run;

import java.util.Locale;

/// Kinds of models that people tell apart; each has one colour in every chart.
public enum Family {
    BASELINE, LINEAR, FORESTS, BOOSTING, SIMILARITY, NETWORKS, ENSEMBLE;

    /// @param learner id of a learner, `ensemble` or `pupil`; unknown ones count as networks
    public static Family of(String learner) {
        return switch (learner) {
            case "baseline" -> BASELINE;
            case "logistic", "ridge", "elastic_net", "lasso", "huber", "partial_least_squares", "linear_discriminant",
                 "linear_support_vectors" -> LINEAR;
            case "tree", "forest", "extra_trees" -> FORESTS;
            case "boosting", "lightgbm", "xgboost", "symmetric_boosting", "adaptive_boosting", "explainable_boosting" -> BOOSTING;
            case "naive_bayes", "quadratic_discriminant", "regularised_discriminant", "nearest_neighbours", "support_vectors",
                 "gaussian_process", "kernel_ridge" -> SIMILARITY;
            case "network", "residual_network", "embedding_network" -> NETWORKS;
            case "ensemble", "pupil" -> ENSEMBLE;
            default -> NETWORKS;
        };
    }

    /// Part of the keys of its texts.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
