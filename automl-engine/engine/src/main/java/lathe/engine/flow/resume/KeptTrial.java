package lathe.engine.flow.resume;

import lathe.engine.search.TrialEnd;
import lathe.engine.search.TrialOutcome;

/// A trial of a run that is continued.
///
/// @param end how it ended; a score without members is known by its value alone, and its predictions have no rows
/// @param at  seconds of search, those of continued runs added up, after which it ended
public record KeptTrial(TrialEnd end, double at) {

    public boolean isScored() {
        return end.outcome() instanceof TrialOutcome.Scored;
    }

    /// Whether its predictions and models are at hand, so that it can be handed over.
    public boolean isUsable() {
        return isUsable(end);
    }

    /// The same of any trial.
    public static boolean isUsable(TrialEnd end) {
        return end.outcome() instanceof TrialOutcome.Scored scored && !scored.members().isEmpty();
    }
}
