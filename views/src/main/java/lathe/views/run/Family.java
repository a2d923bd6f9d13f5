package lathe.views.run;

import java.util.Locale;

/// Kinds of models that people tell apart; each has one colour in every chart.
public enum Family {
    BASELINE, LINEAR, FORESTS, BOOSTING, NETWORKS, ENSEMBLE;

    /// @param learner id of a learner, or `ensemble`; unknown ones count as networks
    public static Family of(String learner) {
        return switch (learner) {
            case "baseline" -> BASELINE;
            case "logistic", "ridge", "elastic_net" -> LINEAR;
            case "tree", "forest", "extra_trees" -> FORESTS;
            case "boosting" -> BOOSTING;
            case "ensemble" -> ENSEMBLE;
            default -> NETWORKS;
        };
    }

    /// Part of the keys of its texts.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
