package lathe.engine.flow;

import lathe.engine.search.TrialEnd;

/// News of a run, in the order things happen. A screen or a log line is a fold over these.
public sealed interface RunEvent {

    /// What happens now, in words.
    record Stage(String sentence) implements RunEvent { }

    /// Something found in the data that a person should know.
    record Note(String sentence) implements RunEvent { }

    /// The search begins.
    ///
    /// @param metric  id of the metric
    /// @param seconds time it may take
    record SearchStarted(String metric, double seconds) implements RunEvent { }

    record TrialEnded(TrialEnd end) implements RunEvent { }

    /// A better model is on disk.
    ///
    /// @param name  the leaderboard row
    /// @param value its out-of-fold score
    record BestSaved(String name, double value) implements RunEvent { }
}
