package lathe.engine.track;

import java.util.List;
import lathe.scoring.Problem;

/// The trials of a run as read from its file.
///
/// @param trials   in the order in which they ended
/// @param problems what could not be read: at most the last line, cut off by a crash
public record TrialLog(List<TrialRecord> trials, List<Problem> problems) {

    public TrialLog {
        trials = List.copyOf(trials);
        problems = List.copyOf(problems);
    }
}
