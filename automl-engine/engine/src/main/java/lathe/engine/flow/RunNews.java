package lathe.engine.flow;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import lathe.engine.progress.CancelToken;

/// Tells a run's news with the time they happened, and notices that it is called off.
final class RunNews implements Consumer<RunEvent> {

    private static final Logger LOG = Logger.getLogger(RunNews.class.getName());

    private final Consumer<RunEvent> listener;
    private final CancelToken cancel;
    private final long began = System.nanoTime();
    private volatile double before;
    private volatile String runId = "";

    RunNews(Consumer<RunEvent> listener, CancelToken cancel) {
        this.listener = listener;
        this.cancel = cancel;
    }

    /// Seconds since the run began, those of the runs it goes on with added.
    double at() {
        return before + (System.nanoTime() - began) / 1e9;
    }

    /// @param seconds of search before this run
    void goOnAfter(double seconds) {
        before = seconds;
    }

    /// Id of the run; empty as long as it has none.
    String runId() {
        return runId;
    }

    @Override
    public void accept(RunEvent event) {
        if (event instanceof RunEvent.RunBegan start) {
            runId = start.spec().id();
        }
        try {
            listener.accept(event);
        } catch (RuntimeException failed) {
            // Whoever looks on must not cost the run a trial.
            LOG.log(Level.WARNING, "the listener failed at " + event.getClass().getSimpleName(), failed);
        }
    }

    /// @throws CancellationException if the run is called off
    void stage(String sentence) {
        requireWanted();
        accept(new RunEvent.Stage(sentence));
    }

    /// @throws CancellationException if the run is called off
    void requireWanted() {
        if (cancel.isCancelled()) {
            throw new CancellationException("the run was called off");
        }
    }
}
