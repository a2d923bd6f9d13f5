package lathe.engine.track;

/// On which rows a reported score was measured.
public enum ScoreKind {
    /// On rows kept apart from everything before.
    HOLDOUT,
    /// On training rows, each predicted by models that did not see it; it steered the choice, so it may flatter.
    OUT_OF_FOLD
}
