package lathe.engine.track;

import lathe.engine.provenance.Seed;

/// How a search is to go.
///
/// @param metric        id of the metric; empty for the default of the task
/// @param positive      positive class of a binary task; empty to choose it
/// @param budgetSeconds wall-clock seconds for everything; above 0
/// @param threads       worker processes; 0 for as many as there are cores
/// @param seed          start of everything random
/// @param trialLimit    most trials tried; 0 for no limit
/// @param holdout       share of rows kept for the final score in [0, 0.9]; 0 for none
public record SearchSettings(String metric, String positive, double budgetSeconds, int threads, Seed seed,
                             int trialLimit, double holdout) {

    public static final SearchSettings DEFAULTS = new SearchSettings("", "", 60, 0, new Seed(1), 0, 0.2);

    /// @throws IllegalArgumentException if a value is outside its range
    public SearchSettings {
        if (!(budgetSeconds > 0 && budgetSeconds < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("budgetSeconds must be above 0 and finite, was " + budgetSeconds);
        }
        if (threads < 0) {
            throw new IllegalArgumentException("threads must be at least 0, was " + threads);
        }
        if (trialLimit < 0) {
            throw new IllegalArgumentException("trialLimit must be at least 0, was " + trialLimit);
        }
        if (!(holdout >= 0 && holdout <= 0.9)) {
            throw new IllegalArgumentException("holdout must be a share in [0, 0.9], was " + holdout);
        }
    }
}
