package lathe.engine.track;

/// Where a run stands.
public enum RunStatus {
    /// Being worked on, or its process died before it could say otherwise; [RunStore#recover] tells.
    RUNNING,
    /// Went to its end.
    FINISHED,
    /// Ended early by the user with the best found so far.
    STOPPED,
    /// Ended early by the user, who wanted nothing of it; the model is still that of an earlier run.
    CANCELLED,
    /// Ended without a model.
    FAILED,
    /// Its process died. What was finished is there.
    INTERRUPTED
}
