package lathe.engine.search;

import lathe.engine.progress.Deadline;

/// Hears what a search does, on the search's thread and in the order it happens.
@FunctionalInterface
public interface SearchListener {

    /// A trial's outcome is known.
    void ended(TrialEnd end);

    /// When the search must hand over, asked again and again: what trials brought may call for other work with the rest of the time,
    /// and while there is no model none of it needs its time.
    ///
    /// @param planned as the search was told
    default Deadline until(Deadline planned) {
        return planned;
    }

    /// A trial is about to be fitted.
    default void started(Trial trial) { }

    /// @param worker place among the executor's slots, from 0
    default void foldStarted(FoldJob job, int worker) { }

    /// A fold has come back, fitted or not.
    ///
    /// @param worker as told at its start
    default void foldEnded(FoldResult result, int worker) { }
}
