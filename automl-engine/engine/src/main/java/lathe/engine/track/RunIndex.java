package lathe.engine.track;

import java.time.Instant;
import java.util.List;
import lathe.engine.evaluate.Metric.Direction;
import lathe.scoring.Problem;

/// Answers questions over all runs of a project. It holds nothing that is not in the files and may be deleted.
public interface RunIndex extends AutoCloseable {

    /// One run in a list.
    ///
    /// @param id      name of its folder
    /// @param target  column predicted
    /// @param task    kind of answer, lower case
    /// @param status  where it stands
    /// @param started when it began
    /// @param ended   when it ended; `started` while it runs
    /// @param best    name of the model handed over; empty if there is none
    /// @param metric  id of the metric of its main score; empty without score
    /// @param value   that score; `NaN` without
    /// @param lower   lower end of its interval; `NaN` without
    /// @param upper   upper end; `NaN` without
    /// @param trials  number of trials indexed
    record RunLine(String id, String target, String task, RunStatus status, Instant started, Instant ended, String best,
                   String metric, double value, double lower, double upper, int trials) {
    }

    /// Reads those runs of the store again whose files have changed since, and forgets those whose files are gone.
    ///
    /// @return runs whose files are not understood; they are left out
    List<Problem> refresh(RunStore store);

    /// Throws away what it holds and reads all runs of the store again.
    ///
    /// @return runs whose files are not understood; they are left out
    List<Problem> rebuild(RunStore store);

    /// Puts in a run, or replaces what it held of it, trials excepted.
    void put(RunRecord run);

    /// Puts in a trial, or replaces the one of that number. The run must be there.
    void put(String runId, TrialRecord trial);

    /// All runs, the latest first.
    List<RunLine> runs();

    /// Trials of a run in order of number, as they were put in.
    List<TrialRecord> trials(String runId);

    /// Runs with a main score in this metric, best first.
    List<RunLine> bestRuns(String target, String metric, Direction direction, int limit);

    @Override
    void close();
}
