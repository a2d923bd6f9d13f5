package lathe.engine.flow;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// Work on the chunks of a file by several threads: results are handed back in the order of the chunks, on the thread that hands the
/// chunks in, and only a few chunks are under way at a time.
///
/// @param <R> result of a chunk
final class ChunkCrew<R> implements AutoCloseable {

    // More would cost memory, and one reader does not feed them.
    private static final int MOST_THREADS = 8;

    private final int most;
    private final Consumer<R> results;
    private final Queue<Future<R>> under = new ArrayDeque<>();
    private final ExecutorService threads;

    /// With a thread for each core, eight at most.
    ChunkCrew(String name, Consumer<R> results) {
        this(name, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()), results);
    }

    /// @param count threads; with one, the work on a chunk is done before that on the next begins
    ChunkCrew(String name, int count, Consumer<R> results) {
        this.most = count + 2;
        this.results = results;
        this.threads = Executors.newFixedThreadPool(count, Thread.ofPlatform().name(name).daemon().factory());
    }

    /// Takes a chunk; hands back results that are due.
    void add(Callable<R> work) {
        if (under.size() >= most) {
            handBack();
        }
        under.add(threads.submit(work));
        while (!under.isEmpty() && under.element().isDone()) {
            handBack();
        }
    }

    /// Hands back all results that are left.
    void finish() {
        while (!under.isEmpty()) {
            handBack();
        }
    }

    private void handBack() {
        try {
            results.accept(under.remove().get());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
