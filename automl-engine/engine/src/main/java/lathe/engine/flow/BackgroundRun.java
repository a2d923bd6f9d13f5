package lathe.engine.flow;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;

/// A run on its own thread, whose end is told as an event. One run at a time works in a project folder.
final class BackgroundRun {

    private static final Logger LOG = Logger.getLogger(BackgroundRun.class.getName());
    private static final Set<Path> UNDER_WAY = ConcurrentHashMap.newKeySet();

    private final Path root;
    private final Supplier<RunResult> run;
    private final RunNews news;

    BackgroundRun(Path root, Supplier<RunResult> run, RunNews news) {
        this.root = root;
        this.run = run;
        this.news = news;
    }

    void run(RunHandle handle) {
        RunEvent end;
        if (UNDER_WAY.add(root)) {
            try {
                end = end();
            } finally {
                UNDER_WAY.remove(root);
            }
        } else {
            end = new RunEvent.Refused(Problem.of("run-under-way", "A run of this project is under way already.",
                    "Wait for its end, finish it or cancel it."), news.at());
        }
        try {
            news.accept(end);
        } finally {
            handle.markOver();
        }
    }

    // The boundary of the thread: nothing may end it without a word.
    private RunEvent end() {
        try {
            return new RunEvent.Ended(run.get(), news.at());
        } catch (CancellationException calledOff) {
            LOG.log(Level.FINE, "called off", calledOff);
            return new RunEvent.Cancelled(news.runId(), news.at());
        } catch (ProblemException refused) {
            LOG.log(Level.INFO, "the run was refused", refused);
            return new RunEvent.Refused(refused.problem(), news.at());
        } catch (OutOfMemoryError full) {
            LOG.log(Level.SEVERE, "the run ran out of memory", full);
            return new RunEvent.Refused(Problem.of("out-of-memory", "The data does not fit into the memory Lathe may use.",
                    "Close other programs, or take fewer rows or columns."), news.at());
        } catch (RuntimeException | Error failed) {
            LOG.log(Level.SEVERE, "the run failed", failed);
            return new RunEvent.Refused(Problem.of("mistake-of-lathe", "Lathe made a mistake; the run could not go on.",
                    "Try again; if it stays, report it with the log file."), news.at());
        }
    }
}
