package lathe.engine.track;

/// What a trial's models need when they are used.
///
/// @param predictMicros microseconds for one row through one fold's model, preparing excluded, measured while other work
///                      went on; `NaN` if unknown
/// @param features      features the learner saw in its first fold; 0 if unknown
/// @param bytes         size of the models of all folds; 0 if unknown
public record TrialCost(double predictMicros, int features, long bytes) {

    public static final TrialCost UNKNOWN = new TrialCost(Double.NaN, 0, 0);

    /// Of two that are used together.
    TrialCost plus(TrialCost other) {
        return new TrialCost(predictMicros + other.predictMicros, Math.max(features, other.features), bytes + other.bytes);
    }
}
