package lathe.engine.learn;

import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;

/// What a fit is given besides data.
///
/// @param seed     start of everything random in this fit
/// @param deadline when it should give what it has; an overrun is ended from outside
/// @param cancel   asks it to stop
public record FitContext(Seed seed, Deadline deadline, CancelToken cancel) {

    public boolean mustStop() {
        return cancel.isCancelled() || deadline.passed();
    }
}
