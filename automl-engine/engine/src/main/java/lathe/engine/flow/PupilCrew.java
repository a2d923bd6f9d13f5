package lathe.engine.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import lathe.engine.flow.pupil.Lessons;
import lathe.engine.progress.Deadline;
import lathe.scoring.Pipeline;
import lathe.scoring.Table;

/// Threads of this process that answer rows and fit pupils.
final class PupilCrew implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(PupilCrew.class.getName());
    private static final int CHUNK = 250;

    private final ExecutorService threads;
    private final int count;
    private final PupilMaking.Time time;

    /// There will be no pupil, and why.
    static final class GaveUp extends RuntimeException {
        private static final long serialVersionUID = 1;

        GaveUp(String reason) {
            super(reason);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    PupilCrew(int count, PupilMaking.Time time) {
        this.count = count;
        this.time = time;
        this.threads = Executors.newFixedThreadPool(count, work -> {
            Thread thread = new Thread(work, "pupil");
            thread.setDaemon(true);
            return thread;
        });
    }

    /// Lets the models of each fold answer rows, in order, until all are answered or time is up.
    ///
    /// @param from first row to answer
    /// @return how many have been answered
    int answer(Lessons lessons, List<Pipeline> teachers, int from, int to, Deadline until) {
        int chunks = Math.ceilDiv(to - from, CHUNK);
        AtomicInteger next = new AtomicInteger();
        Callable<Integer> work = () -> {
            int done = 0;
            while (!time.over() && !until.passed()) {
                int chunk = next.getAndIncrement();
                if (chunk >= chunks) {
                    break;
                }
                int first = from + chunk * CHUNK;
                answer(lessons, teachers, first, Math.min(to, first + CHUNK));
                done++;
            }
            return done;
        };
        int done = all(IntStream.range(0, count).mapToObj(_ -> work).toList()).stream().mapToInt(Integer::intValue).sum();
        return Math.min(to - from, done * CHUNK);
    }

    private static void answer(Lessons lessons, List<Pipeline> teachers, int from, int to) {
        Table some = lessons.rows().table(IntStream.range(from, to).toArray());
        for (int fold = 0; fold < teachers.size(); fold++) {
            lessons.answer(fold, from, teachers.get(fold).predict(some).values());
        }
    }

    /// @throws GaveUp if one fails
    <T> List<T> all(List<Callable<T>> works) {
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(works)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new GaveUp("it was interrupted");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof CancellationException) {
                throw new GaveUp("the run was to finish");
            }
            LOG.log(Level.WARNING, "no pupil could be taught", failed);
            throw new GaveUp("teaching it failed (%s)".formatted(failed.getCause()));
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
