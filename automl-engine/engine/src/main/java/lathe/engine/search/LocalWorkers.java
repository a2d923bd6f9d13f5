package lathe.engine.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/// Warm worker processes on this machine, one job each at a time.
///
/// A process that crashes, hangs or runs out of memory costs its one job; another takes its place.
public final class LocalWorkers implements TrialExecutor {

    private final List<WorkerProcess> workers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final BlockingQueue<Order> orders = new LinkedBlockingQueue<>();
    private volatile boolean closed;

    private record Order(FoldJob job, Consumer<FoldResult> whenDone) { }

    /// Starts the processes at once; they load Java while the caller reads its data.
    public LocalWorkers(int count, WorkerSettings settings) {
        for (int i = 0; i < count; i++) {
            WorkerProcess worker = new WorkerProcess(i, settings);
            workers.add(worker);
            Thread thread = new Thread(() -> serve(worker), "worker-" + i);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    @Override
    public int slots() {
        return workers.size();
    }

    @Override
    public void submit(FoldJob job, Consumer<FoldResult> whenDone) {
        orders.add(new Order(job, whenDone));
    }

    private void serve(WorkerProcess worker) {
        worker.start();
        while (!closed) {
            try {
                Order order = orders.take();
                order.whenDone().accept(worker.run(order.job()));
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        workers.forEach(WorkerProcess::close);
        threads.forEach(Thread::interrupt);
    }
}
