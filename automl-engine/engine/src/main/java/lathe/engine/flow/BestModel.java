package lathe.engine.flow;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Keeps the best model so far on disk while the search goes on, on a thread of its own.
///
/// Only the newest wish counts: a better trial that ends while a package is being written waits its turn, and replaces
/// any other that waits.
final class BestModel<T> implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(BestModel.class.getName());

    private final AtomicReference<@Nullable T> waiting = new AtomicReference<>();
    private final Consumer<T> save;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("best-model").daemon().factory());

    /// @param save writes the package; runs on this object's thread
    BestModel(Consumer<T> save) {
        this.save = save;
    }

    void offer(T candidate) {
        if (waiting.getAndSet(candidate) == null) {
            thread.execute(this::saveNewest);
        }
    }

    private void saveNewest() {
        T newest = waiting.getAndSet(null);
        if (newest == null) {
            return;   // dropped by close
        }
        try {
            save.accept(newest);
        } catch (RuntimeException failed) {
            // The search must not end for this: the last save of the run tells the person.
            LOG.log(Level.WARNING, "the best model so far could not be saved", failed);
        }
    }

    /// Waits for a save under way; wishes that wait are dropped.
    @Override
    public void close() {
        waiting.set(null);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(30, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
