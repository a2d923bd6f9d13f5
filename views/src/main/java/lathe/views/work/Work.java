package lathe.views.work;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import lathe.engine.progress.CancelToken;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;

/// Runs jobs beside the window's thread and hands their results back to it.
///
/// Jobs run on few platform threads of low priority, so that the window stays quick while they work.
public final class Work implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Work.class.getName());
    private static final int THREADS = 3;

    private final Executor window;
    private final ExecutorService threads;

    /// On the thread of JavaFX.
    public Work() {
        this(Platform::runLater);
    }

    /// @param window runs what touches the window, in order; a test hands in `Runnable::run`
    @SuppressWarnings("ThreadPriorityCheck")   // nothing is right only because of it, the window is quicker for it
    public Work(Executor window) {
        this.window = window;
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "work-" + number.incrementAndGet());
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY + 2);
            return thread;
        });
    }

    /// Runs something on the window's thread.
    public void later(Runnable task) {
        window.execute(task);
    }

    /// Runs a job; `done` or `failed` is called on the window's thread, none of them after a cancel.
    ///
    /// @return cancels the job
    public <T> CancelToken run(Job<T> job, Consumer<T> done, Consumer<Problem> failed) {
        return run(job, progress -> { }, done, failed);
    }

    /// Runs a job and keeps a property at what is known about it. A job asked for later wins over an earlier one only if
    /// the caller cancels the earlier one.
    public <T> CancelToken load(ObjectProperty<Loadable<T>> into, Job<T> job) {
        into.set(new Loadable.Busy<>(Progress.UNKNOWN));
        return run(job, progress -> into.set(new Loadable.Busy<>(progress)),
                value -> into.set(new Loadable.Ready<>(value)), problem -> into.set(new Loadable.Failed<>(problem)));
    }

    /// As the other; `progress` is called on the window's thread, at most 20 times a second.
    public <T> CancelToken run(Job<T> job, Consumer<Progress> progress, Consumer<T> done, Consumer<Problem> failed) {
        CancelToken cancel = new CancelToken();
        FxRelay<Progress> relay = new FxRelay<>(window, batch -> {
            if (!cancel.isCancelled()) {
                progress.accept(batch.getLast());
            }
        });
        threads.execute(() -> {
            try {
                T value = job.run(cancel, relay::accept);
                relay.close();
                hand(cancel, () -> done.accept(value));
            } catch (CancellationException | InterruptedException stopped) {   // interrupted where the window closes
                LOG.log(Level.FINE, "a job was cancelled", stopped);
            } catch (Exception failure) {   // the end of the thread: whatever it was, the user is told
                relay.close();
                Problem problem = problemOf(failure);
                hand(cancel, () -> failed.accept(problem));
            }
        });
        return cancel;
    }

    private void hand(CancelToken cancel, Runnable result) {
        if (threads.isShutdown()) {
            return;   // the window is gone
        }
        window.execute(() -> {
            if (!cancel.isCancelled() && !threads.isShutdown()) {   // or has gone meanwhile
                result.run();
            }
        });
    }

    /// What a person is told about a failure; the stack trace goes to the log.
    public static Problem problemOf(Throwable failure) {
        if (failure instanceof ProblemException known) {
            LOG.log(Level.FINE, "refused", failure);
            return known.problem();
        }
        LOG.log(Level.SEVERE, "a job failed", failure);
        return Problem.of("our-fault", "Something went wrong that is not your fault.",
                "Nothing you have entered is lost. The log says what happened; please report it.");
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
