package lathe.engine.flow;

import java.util.List;
import lathe.engine.search.Trial;
import lathe.engine.search.TrialOutcome;

/// A trial that has a score, or several of them weighted: something a package can be made of.
///
/// @param name   of the leaderboard row
/// @param value  out-of-fold score
/// @param shares trials with weights that sum to 1
record Contender(String name, double value, List<Share> shares) {

    /// One trial's part.
    record Share(double weight, Trial trial, TrialOutcome.Scored scored) { }

    Contender {
        shares = List.copyOf(shares);
    }

    static Contender of(Trial trial, TrialOutcome.Scored scored) {
        return new Contender(trial.name(), scored.value(), List.of(new Share(1, trial, scored)));
    }
}
