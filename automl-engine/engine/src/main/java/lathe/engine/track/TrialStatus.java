package lathe.engine.track;

/// How a trial ended. All of them stay on the leaderboard.
public enum TrialStatus {
    /// Fitted and judged.
    SCORED,
    /// Not tried, for a reason known beforehand.
    SKIPPED,
    /// Given up after some folds, because others were better.
    DROPPED,
    /// Tried, and it did not work.
    FAILED,
    /// Ended from outside: by the deadline or by the user.
    CANCELLED
}
