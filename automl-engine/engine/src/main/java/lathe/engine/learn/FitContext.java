package lathe.engine.learn;

import java.util.Map;
import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;

/// What a fit is given besides data.
///
/// @param seed     start of everything random in this fit
/// @param deadline when it should give what it has; an overrun is ended from outside
/// @param cancel   asks it to stop
/// @param directions by feature name; only for learners that [Learner#keepsDirections]
public record FitContext(Seed seed, Deadline deadline, CancelToken cancel, Map<String, Monotone> directions) {

    public FitContext {
        directions = Map.copyOf(directions);
    }

    /// Without directions.
    public FitContext(Seed seed, Deadline deadline, CancelToken cancel) {
        this(seed, deadline, cancel, Map.of());
    }

    public boolean mustStop() {
        return cancel.isCancelled() || deadline.passed();
    }
}
