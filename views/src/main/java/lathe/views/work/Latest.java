package lathe.views.work;

import java.util.function.Consumer;
import lathe.scoring.Problem;
import org.jspecify.annotations.Nullable;

/// Answers a question that changes faster than it can be answered: one job at a time, and of those that wait only the one
/// asked for last. For the window's thread.
public final class Latest {

    private final Work work;
    private boolean busy;
    private @Nullable Runnable waiting;

    public Latest(Work work) {
        this.work = work;
    }

    /// Runs the job as soon as the one under way has ended.
    ///
    /// @param job must not end by cancelling itself: nothing would be run after it
    public <T> void run(Job<T> job, Consumer<T> done, Consumer<Problem> failed) {
        if (busy) {
            waiting = () -> run(job, done, failed);
            return;
        }
        busy = true;
        var _ = work.run(job, value -> {
            done.accept(value);
            next();
        }, problem -> {
            failed.accept(problem);
            next();
        });
    }

    private void next() {
        busy = false;
        Runnable asked = waiting;
        waiting = null;
        if (asked != null) {
            asked.run();
        }
    }
}
