package lathe.engine.progress;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;

/// Asks work to stop. Set once, read by many threads.
public final class CancelToken {

    private final AtomicBoolean cancelled = new AtomicBoolean();

    public void cancel() {
        cancelled.set(true);
    }

    public boolean isCancelled() {
        return cancelled.get();
    }

    /// For work whose unfinished result is of no use.
    ///
    /// @throws CancellationException if cancelled
    public void stopIfCancelled() {
        if (isCancelled()) {
            throw new CancellationException("cancelled on request");
        }
    }
}
