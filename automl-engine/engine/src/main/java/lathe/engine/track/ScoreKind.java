package lathe.engine.track;

/// On which rows a reported score was measured.
public enum ScoreKind {
    /// On rows kept apart from everything before.
    HOLDOUT,
    /// On training rows, each predicted by models that did not see it; it steered the choice, which flatters.
    OUT_OF_FOLD
}
