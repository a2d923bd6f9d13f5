package lathe.views.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Collects events of any thread and hands them to the window in batches: at most 20 hand-overs a second, in order.
public final class FxRelay<E> implements AutoCloseable {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "relay");
        thread.setDaemon(true);
        return thread;
    });

    private final Executor window;
    private final Consumer<List<E>> receiver;
    private List<E> waiting = new ArrayList<>();
    private boolean scheduled;
    private long lastHandOver = System.nanoTime() - PAUSE_NANOS;

    /// @param window   runs on the window's thread, in order
    /// @param receiver hears batches there, never empty ones
    public FxRelay(Executor window, Consumer<List<E>> receiver) {
        this.window = window;
        this.receiver = receiver;
    }

    public synchronized void accept(E event) {
        waiting.add(event);
        if (!scheduled) {
            scheduled = true;
            long wait = Math.max(0, lastHandOver + PAUSE_NANOS - System.nanoTime());
            var _ = CLOCK.schedule(this::handOver, wait, TimeUnit.NANOSECONDS);
        }
    }

    private void handOver() {
        List<E> batch;
        synchronized (this) {
            batch = waiting;
            waiting = new ArrayList<>();
            scheduled = false;
            lastHandOver = System.nanoTime();
        }
        if (!batch.isEmpty()) {
            window.execute(() -> receiver.accept(batch));
        }
    }

    /// Hands over what is waiting, at once.
    @Override
    public void close() {
        handOver();
    }
}
