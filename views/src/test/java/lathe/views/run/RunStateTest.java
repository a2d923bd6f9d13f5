package lathe.views.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lathe.engine.evaluate.Score;
import lathe.engine.flow.RunEvent;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner.Preparation;
import lathe.engine.prepare.Recipe;
import lathe.engine.provenance.Seed;
import lathe.engine.search.Trial;
import lathe.engine.search.TrialEnd;
import lathe.engine.search.TrialOutcome;
import lathe.engine.track.ReadingChoice;
import lathe.engine.track.RunSpec;
import lathe.engine.track.SearchSettings;
import lathe.scoring.Fingerprint;
import lathe.scoring.Predictions;
import lathe.scoring.Problem;
import lathe.scoring.Task;
import org.junit.jupiter.api.Test;

class RunStateTest {

    private final RunEvent.RunBegan began = new RunEvent.RunBegan(spec("roc_auc"), List.of("no", "yes"), 80, 5, 3, 20, 1, 59);

    @Test
    void leadsFromReadingToSearchingToTheEnd() {
        RunState state = RunState.STARTING;
        assertEquals(RunState.Phase.STARTING, state.phase());

        state = replay(state, new RunEvent.Stage("Reading churn.csv"), began, new RunEvent.SearchStarted("roc_auc", 50));
        assertEquals(RunState.Phase.SEARCHING, state.phase());
        assertEquals("churned", state.target());
        assertEquals(2, state.workers().size());

        state = replay(state, new RunEvent.Stage("Putting the ensemble together"));
        assertEquals(RunState.Phase.FINISHING, state.phase());
        assertEquals("Putting the ensemble together", state.stage());

        state = replay(state, new RunEvent.Cancelled("r1", 9));
        assertEquals(RunState.Phase.CANCELLED, state.phase());
        assertFalse(state.phase().isUnderWay());
        assertEquals(9, state.at());
    }

    @Test
    void knowsWhatEachWorkerDoesNow() {
        RunState state = replay(RunState.STARTING, began, new RunEvent.SearchStarted("roc_auc", 50),
                new RunEvent.TrialStarted(trial(1, "boosting"), 2), new RunEvent.FoldStarted(1, 1, 3, 0, 2),
                new RunEvent.FoldStarted(1, 2, 3, 1, 2.5), new RunEvent.FoldEnded(1, 1, 3, 0, 1, 3));

        assertFalse(state.workers().get(0).busy());
        assertEquals(new LiveWorker(1, true, 1, "boosting", 2, 3, 2.5), state.workers().get(1));
        assertEquals(1, state.trials().get(1).folds());
        assertEquals(LiveTrial.Status.RUNNING, state.trials().get(1).status());
    }

    @Test
    void keepsTheBestScoreWithItsIntervalWhichComesLater() {
        RunState state = replay(RunState.STARTING, began, ended(1, "baseline", 0.5, 2), ended(2, "logistic", 0.8, 3),
                ended(3, "forest", 0.7, 4), ended(4, "boosting", 0.81, 5));
        assertEquals(List.of(1, 2, 4), state.best().stream().map(BestPoint::trial).toList());
        assertTrue(Double.isNaN(state.best().getLast().lower()));

        state = replay(state, new RunEvent.TrialMeasured(4, new Score("roc_auc", 0.81, 0.79, 0.83, 0.95, 80), 6));
        assertEquals(new BestPoint(5, 4, 0.81, 0.79, 0.83), state.best().getLast());
        assertEquals(List.of(false, true, false, false), state.board().stream().map(BoardRow::tied).toList());
    }

    @Test
    void ranksLowErrorsFirst() {
        RunEvent.RunBegan start = new RunEvent.RunBegan(spec("rmse"), List.of(), 80, 5, 3, 20, 1, 59);
        RunState state = replay(RunState.STARTING, start, ended(1, "baseline", 9, 2), ended(2, "ridge", 3, 3),
                ended(3, "forest", 4, 4));

        assertEquals(List.of("ridge #2", "forest #3", "baseline #1"), state.board().stream().map(BoardRow::name).toList());
        assertEquals(List.of(1, 2), state.best().stream().map(BestPoint::trial).toList());
    }

    @Test
    void showsSkippedAndFailedTrialsWithTheirReasonAfterTheScored() {
        RunState state = replay(RunState.STARTING, began,
                new RunEvent.TrialEnded(end(trial(1, "ridge"), new TrialOutcome.Skipped("It predicts numbers.", "")), 2),
                new RunEvent.TrialEnded(end(trial(2, "forest"),
                        new TrialOutcome.Failed(Problem.of("worker-died", "A worker died.", "Try again."), 3)), 3),
                new RunEvent.TrialEnded(end(trial(3, "tree"), new TrialOutcome.Cancelled()), 4),
                ended(4, "logistic", 0.7, 5));

        assertEquals(List.of("logistic #4", "ridge #1", "forest #2"), state.board().stream().map(BoardRow::name).toList());
        assertEquals("It predicts numbers.", state.board().get(1).reason());
        assertEquals("Try again.", state.board().get(2).remedy());
        assertEquals(4, state.ended());
    }

    @Test
    void saysWhyThereIsNoResult() {
        Problem problem = Problem.of("no-features", "No column is left to learn from.", "Keep one.");
        RunState state = replay(RunState.STARTING, new RunEvent.Note("One column is constant."), new RunEvent.Refused(problem, 1));

        assertEquals(problem, state.problem().orElseThrow());
        assertEquals(RunState.Phase.FAILED, state.phase());
        assertEquals(List.of("One column is constant."), state.notes());
    }

    private static RunState replay(RunState from, RunEvent... events) {
        RunState state = from;
        for (RunEvent event : events) {
            state = state.with(event);
        }
        return state;
    }

    private static RunSpec spec(String metric) {
        SearchSettings search = SearchSettings.DEFAULTS.withMetric(metric).withThreads(2);
        return new RunSpec("r1", "churn.csv", new Fingerprint("0".repeat(64)), 100, "churned", Task.BINARY, search, ReadingChoice.NONE,
                Map.of());
    }

    private static Trial trial(int number, String learner) {
        return new Trial(number, learner, Hyperparameters.NONE, new Recipe(Preparation.TREES, Map.of()), new Seed(number));
    }

    private static RunEvent ended(int number, String learner, double value, double at) {
        TrialOutcome outcome = new TrialOutcome.Scored(value, List.of(value), 1, new Predictions(1, new double[] {0.5}),
                List.of(Path.of("member")), 1, 1);
        return new RunEvent.TrialEnded(end(trial(number, learner), outcome), at);
    }

    private static TrialEnd end(Trial trial, TrialOutcome outcome) {
        return new TrialEnd(trial, Instant.EPOCH, Instant.EPOCH, outcome);
    }
}
