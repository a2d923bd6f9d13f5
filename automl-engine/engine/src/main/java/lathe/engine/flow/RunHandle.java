package lathe.engine.flow;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;

/// A run that goes on in the background. None of its methods waits, [#awaitEnd] excepted.
public final class RunHandle {

    private final Deadline deadline;
    private final CancelToken finish;
    private final CancelToken cancel;
    private final CountDownLatch over = new CountDownLatch(1);

    RunHandle(Deadline deadline, CancelToken finish, CancelToken cancel) {
        this.deadline = deadline;
        this.finish = finish;
        this.cancel = cancel;
    }

    /// Ends the search and hands over the best found so far, with everything that belongs to it.
    public void finishNow() {
        finish.cancel();
    }

    /// Calls the run off: finished trials stay on record, the project's model is the one it had before.
    public void cancel() {
        cancel.cancel();
        finish.cancel();
    }

    /// Until the last file must be written; 0 once that is past or the run is over.
    public double secondsLeft() {
        return isOver() ? 0 : Math.max(0, deadline.secondsLeft());
    }

    /// Whether the last event has been told.
    public boolean isOver() {
        return over.getCount() == 0;
    }

    /// Waits until the run is over, for a program that ends itself.
    ///
    /// @return whether it is over
    public boolean awaitEnd(Duration most) throws InterruptedException {
        return over.await(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    void markOver() {
        over.countDown();
    }
}
