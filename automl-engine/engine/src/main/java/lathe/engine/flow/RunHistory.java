package lathe.engine.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import lathe.engine.builtin.Metrics;
import lathe.engine.evaluate.Metric.Direction;
import lathe.engine.track.Leaderboard;
import lathe.engine.track.RunRecord;
import lathe.engine.track.RunStore;
import lathe.engine.track.TrialRecord;
import lathe.engine.track.TrialStatus;
import lathe.scoring.ProblemException;

/// The runs of a project as their files tell them, also after a restart and while one is under way.
public final class RunHistory {

    private static final Logger LOG = Logger.getLogger(RunHistory.class.getName());

    private RunHistory() { }

    /// One run in a list.
    ///
    /// @param scored trials with a score
    /// @param others trials that failed, were skipped or called off
    public record RunSummary(RunRecord run, int scored, int others) { }

    /// All runs whose files are understood, the newest first.
    public static List<RunSummary> of(RunStore store) {
        List<RunSummary> runs = new ArrayList<>();
        for (String id : store.ids()) {
            try {
                runs.add(summary(store, id));
            } catch (ProblemException unreadable) {
                LOG.log(Level.WARNING, "run %s is left out".formatted(id), unreadable);
            }
        }
        runs.sort(Comparator.comparing((RunSummary each) -> each.run().started())
                .thenComparing(each -> each.run().spec().id()).reversed());
        return List.copyOf(runs);
    }

    private static RunSummary summary(RunStore store, String id) {
        int scored = 0;
        int others = 0;
        for (TrialRecord trial : store.trials(id).trials()) {
            if (trial.status() == TrialStatus.SCORED) {
                scored++;
            } else {
                others++;
            }
        }
        return new RunSummary(store.run(id), scored, others);
    }

    /// All trials of a run and its ensemble, with what was computed about them.
    ///
    /// @throws ProblemException if the run is not there or not understood
    public static Leaderboard leaderboard(RunStore store, String id) {
        RunRecord run = store.run(id);
        String metric = run.spec().search().metric();
        Direction direction = Metrics.byId(metric).map(each -> each.direction()).orElse(Direction.HIGHER_IS_BETTER);
        return Leaderboard.of(metric, direction, store.trials(id).trials(), run.ensemble(), store.measures(id));
    }
}
