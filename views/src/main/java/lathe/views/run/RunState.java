package lathe.views.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import lathe.engine.builtin.Metrics;
import lathe.engine.evaluate.Metric;
import lathe.engine.flow.RunEvent;
import lathe.engine.flow.RunEvent.RunBegan;
import lathe.engine.flow.RunResult;
import lathe.scoring.Problem;

/// What is known of a run: a pure fold over the engine's events. Nothing in it changes.
///
/// @param phase    where the run stands
/// @param stage    what happens now, a sentence; may be empty
/// @param began    what the run is about, once its data is read
/// @param trials   by number
/// @param workers  by number
/// @param notes    found in the data, in order
/// @param problem  why there is no result; only if the phase is `FAILED`
/// @param result   only if the phase is `ENDED`
/// @param at       seconds since the run began, as of the last event that said it
public record RunState(Phase phase, String stage, Optional<RunBegan> began, SortedMap<Integer, LiveTrial> trials,
                       SortedMap<Integer, LiveWorker> workers, List<String> notes, Optional<Problem> problem,
                       Optional<RunResult> result, double at) {

    /// Where a run stands.
    public enum Phase {
        /// None was started since the project was opened.
        NONE,
        /// Reading and looking at the data.
        STARTING,
        SEARCHING,
        /// Ensemble, final score, package and report are made.
        FINISHING,
        ENDED, FAILED, CANCELLED;

        public boolean isUnderWay() {
            return this == STARTING || this == SEARCHING || this == FINISHING;
        }
    }

    public static final RunState NONE = new RunState(Phase.NONE, "", Optional.empty(), new TreeMap<>(), new TreeMap<>(),
            List.of(), Optional.empty(), Optional.empty(), 0);

    /// A run that was just asked for.
    public static final RunState STARTING = NONE.with(Phase.STARTING);

    public RunState {
        trials = Collections.unmodifiableSortedMap(new TreeMap<>(trials));
        workers = Collections.unmodifiableSortedMap(new TreeMap<>(workers));
        notes = List.copyOf(notes);
    }

    /// The state after one more event.
    public RunState with(RunEvent event) {
        return switch (event) {
            case RunEvent.Stage(String sentence) -> with(sentence);
            case RunEvent.Note(String sentence) -> withNote(sentence);
            case RunBegan start -> withBegan(start).at(start.at());
            case RunEvent.SearchStarted _ -> with(Phase.SEARCHING);
            case RunEvent.TrialStarted started -> withTrial(LiveTrial.of(started.trial())).at(started.at());
            case RunEvent.FoldStarted fold -> withWorker(new LiveWorker(fold.worker(), true, fold.trial(), learner(fold.trial()),
                    fold.fold(), fold.folds(), fold.at())).at(fold.at());
            case RunEvent.FoldEnded fold -> withFoldEnded(fold).at(fold.at());
            case RunEvent.TrialEnded ended -> withTrial(trials.getOrDefault(ended.end().trial().number(),
                    LiveTrial.of(ended.end().trial())).with(ended.end(), ended.at())).at(ended.at());
            case RunEvent.TrialTakenOver taken ->
                    withTrial(LiveTrial.of(taken.end().trial()).with(taken.end(), taken.at())).at(taken.at());
            case RunEvent.TrialMeasured measured ->
                    changed(measured.trial(), trial -> trial.with(measured.score())).at(measured.at());
            case RunEvent.BestSaved saved -> at(saved.at());
            case RunEvent.Ended ended -> ended(ended.result()).at(ended.at());
            case RunEvent.Refused refused -> failed(refused.problem()).at(refused.at());
            case RunEvent.Cancelled cancelled -> with(Phase.CANCELLED).resting().at(cancelled.at());
        };
    }

    private String learner(int trial) {
        LiveTrial known = trials.get(trial);
        return known == null ? "" : known.learner();
    }

    private RunState with(Phase next) {
        return new RunState(next, stage, began, trials, workers, notes, problem, result, at);
    }

    // Stages that come after the search has begun are those of its end.
    private RunState with(String sentence) {
        Phase next = phase == Phase.SEARCHING ? Phase.FINISHING : phase;
        return new RunState(next, sentence, began, trials, workers, notes, problem, result, at);
    }

    private RunState withNote(String sentence) {
        List<String> more = new ArrayList<>(notes);
        more.add(sentence);
        return new RunState(phase, stage, began, trials, workers, more, problem, result, at);
    }

    private RunState withBegan(RunBegan start) {
        SortedMap<Integer, LiveWorker> resting = new TreeMap<>();
        for (int worker = 0; worker < start.spec().search().threads(); worker++) {
            resting.put(worker, new LiveWorker(worker, false, 0, "", 0, start.folds(), 0));
        }
        return new RunState(phase, stage, Optional.of(start), trials, resting, notes, problem, result, at);
    }

    private RunState withTrial(LiveTrial trial) {
        SortedMap<Integer, LiveTrial> more = new TreeMap<>(trials);
        more.put(trial.number(), trial);
        return new RunState(phase, stage, began, more, workers, notes, problem, result, at);
    }

    private RunState changed(int trial, UnaryOperator<LiveTrial> change) {
        LiveTrial known = trials.get(trial);
        return known == null ? this : withTrial(change.apply(known));
    }

    private RunState withWorker(LiveWorker worker) {
        SortedMap<Integer, LiveWorker> more = new TreeMap<>(workers);
        more.put(worker.worker(), worker);
        return new RunState(phase, stage, began, trials, more, notes, problem, result, at);
    }

    private RunState withFoldEnded(RunEvent.FoldEnded fold) {
        RunState counted = changed(fold.trial(), LiveTrial::withFold);
        LiveWorker worker = workers.get(fold.worker());
        if (worker == null || worker.trial() != fold.trial() || worker.fold() != fold.fold()) {
            return counted;
        }
        return counted.withWorker(worker.idle());
    }

    private RunState ended(RunResult its) {
        return new RunState(Phase.ENDED, "", began, trials, workers, notes, problem, Optional.of(its), at).resting();
    }

    private RunState failed(Problem why) {
        return new RunState(Phase.FAILED, "", began, trials, workers, notes, Optional.of(why), result, at).resting();
    }

    private RunState resting() {
        SortedMap<Integer, LiveWorker> idle = new TreeMap<>();
        workers.forEach((number, worker) -> idle.put(number, worker.idle()));
        return new RunState(phase, "", began, trials, idle, notes, problem, result, at);
    }

    private RunState at(double when) {
        return new RunState(phase, stage, began, trials, workers, notes, problem, result, Math.max(at, when));
    }

    /// Id of the run; empty before it has one.
    public String run() {
        return began.map(start -> start.spec().id()).orElse("");
    }

    public String target() {
        return began.map(start -> start.spec().target()).orElse("");
    }

    /// Id of the metric; empty before it is settled.
    public String metric() {
        return began.map(start -> start.spec().search().metric()).orElse("");
    }

    private Optional<Metric> judge() {
        return Metrics.byId(metric());
    }

    private boolean better(double a, double b) {
        return judge().map(metric -> metric.better(a, b)).orElse(a > b);
    }

    /// Trials that ended, with or without score.
    public int ended() {
        return (int) trials.values().stream().filter(trial -> trial.status() != LiveTrial.Status.RUNNING).count();
    }

    /// Scored trials in the order in which they ended.
    public List<LiveTrial> scored() {
        return trials.values().stream().filter(LiveTrial::isScored).sorted(Comparator.comparingDouble(LiveTrial::at)).toList();
    }

    /// How the best score rose, or fell where less is better: one point for each improvement.
    public List<BestPoint> best() {
        List<BestPoint> steps = new ArrayList<>();
        for (LiveTrial trial : scored()) {
            if (steps.isEmpty() || better(trial.value(), steps.getLast().value())) {
                steps.add(new BestPoint(trial.at(), trial.number(), trial.value(), trial.lower(), trial.upper()));
            }
        }
        return List.copyOf(steps);
    }

    /// The leaderboard so far; after the end, the run's own. Until then a trial counts as tied with the leader while its
    /// score lies in the leader's interval.
    public List<BoardRow> board() {
        return result.map(its -> its.leaderboard().rows().stream().map(BoardRow::of).toList()).orElseGet(this::soFar);
    }

    private List<BoardRow> soFar() {
        List<LiveTrial> ranked = new ArrayList<>(scored());
        ranked.sort((a, b) -> better(a.value(), b.value()) ? -1 : better(b.value(), a.value()) ? 1
                : Integer.compare(a.number(), b.number()));
        List<BoardRow> rows = new ArrayList<>();
        for (LiveTrial trial : ranked) {
            LiveTrial leader = ranked.getFirst();
            boolean tied = !trial.equals(leader) && trial.value() >= leader.lower() && trial.value() <= leader.upper();
            rows.add(BoardRow.of(trial, rows.size() + 1, tied));
        }
        for (Map.Entry<Integer, LiveTrial> each : trials.entrySet()) {
            LiveTrial.Status status = each.getValue().status();
            if (status == LiveTrial.Status.FAILED || status == LiveTrial.Status.SKIPPED || status == LiveTrial.Status.DROPPED) {
                rows.add(BoardRow.of(each.getValue(), 0, false));
            }
        }
        return List.copyOf(rows);
    }
}
