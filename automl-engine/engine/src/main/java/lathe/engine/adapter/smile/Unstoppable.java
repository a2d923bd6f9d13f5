package lathe.engine.adapter.smile;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import lathe.engine.learn.FitContext;

/// Runs work that looks at no deadline, and walks away from it when time is up.
///
/// The work goes on in its daemon thread until it ends by itself; learners keep it short by refusing large tables.
final class Unstoppable {

    private static final long LOOK_EVERY_MILLIS = 20;

    private Unstoppable() {
    }

    /// @throws CancellationException if time was up first
    static <T> T call(FitContext context, Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread.ofPlatform().daemon().name("fit").start(task);
        while (true) {
            try {
                return task.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                if (context.mustStop()) {
                    throw new CancellationException("time was up before the fit ended");
                }
            } catch (InterruptedException asked) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof RuntimeException reason) {
                    throw reason;
                }
                throw new IllegalStateException("the fit failed", failed);
            }
        }
    }
}
