package lathe.engine.flow;

import java.util.List;
import lathe.engine.evaluate.Score;
import lathe.engine.search.Trial;
import lathe.engine.search.TrialEnd;
import lathe.engine.track.RunSpec;
import lathe.scoring.Problem;

/// News of a run, in the order things happen. A screen or a log line is a fold over these.
///
/// `at` is always the number of seconds since the run began; a run that goes on with another counts that one's time as well. Exactly one of [Ended], [Refused] and [Cancelled] comes, as the
/// last event, if the run was begun by [AutoMl#start]; [AutoMl#run] returns or throws instead.
public sealed interface RunEvent {

    /// What happens now, in words.
    record Stage(String sentence) implements RunEvent { }

    /// Something found in the data that a person should know.
    record Note(String sentence) implements RunEvent { }

    /// The data is read, checked and split, and the run has its place in the project.
    ///
    /// @param spec        what is asked, with metric, positive class and threads decided
    /// @param classes     labels in order; empty for regression
    /// @param rows        rows the search sees
    /// @param features    columns it learns from
    /// @param folds       folds each trial is fitted on; 1 for a single split
    /// @param holdoutRows rows kept for the final score; 0 for none
    /// @param secondsLeft until the last file must be written
    record RunBegan(RunSpec spec, List<String> classes, int rows, int features, int folds, int holdoutRows, double at,
                    double secondsLeft) implements RunEvent {
        public RunBegan {
            classes = List.copyOf(classes);
        }
    }

    /// The search begins.
    ///
    /// @param metric  id of the metric
    /// @param seconds time it may take
    record SearchStarted(String metric, double seconds) implements RunEvent { }

    /// A trial's first fold is about to be fitted. A trial that is skipped has no such event.
    record TrialStarted(Trial trial, double at) implements RunEvent { }

    /// A worker takes up a fold.
    ///
    /// @param trial  number of the trial
    /// @param fold   from 1
    /// @param worker from 0
    record FoldStarted(int trial, int fold, int folds, int worker, double at) implements RunEvent { }

    /// A worker is done with a fold, fitted or failed.
    ///
    /// @param seconds it took
    record FoldEnded(int trial, int fold, int folds, int worker, double seconds, double at) implements RunEvent { }

    record TrialEnded(TrialEnd end, double at) implements RunEvent { }

    /// A trial of the run that this one goes on with. All of them come after [RunBegan], before the search begins.
    ///
    /// @param at when it ended
    record TrialTakenOver(TrialEnd end, double at) implements RunEvent { }

    /// The interval of a trial's score is known. Comes some time after [TrialEnded].
    ///
    /// @param trial number of the trial
    record TrialMeasured(int trial, Score score, double at) implements RunEvent { }

    /// A better model is on disk.
    ///
    /// @param name  the leaderboard row
    /// @param value its out-of-fold score
    record BestSaved(String name, double value, double at) implements RunEvent { }

    /// The run went to its end, or was finished early; everything is written.
    record Ended(RunResult result, double at) implements RunEvent { }

    /// The run is over without a result of its own: the request does not fit the data, or something failed.
    record Refused(Problem problem, double at) implements RunEvent { }

    /// The run was called off.
    ///
    /// @param run its id; empty if it was called off before it had one
    record Cancelled(String run, double at) implements RunEvent { }
}
