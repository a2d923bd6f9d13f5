package lathe.engine.search;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import lathe.engine.evaluate.Metric;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.Target;
import lathe.engine.progress.Deadline;
import org.jspecify.annotations.Nullable;

/// Hands fold jobs to an executor until time, trials or patience end, and reports each trial as it ends.
///
/// Runs on the caller's thread; one search is used once. Folds of the oldest open trial go first, so that a trial is
/// finished before the next one takes its place.
public final class Search {

    private static final long LOOK_MILLIS = 100;
    private static final int FAILURES_UNTIL_OFF = 2;
    private static final double LEAST_SECONDS = 0.5;
    private static final double SECONDS_OF_FIRST = 20;

    private final SearchGoal goal;
    private final RunData data;
    private final TrialPlan plan;
    private final DataShape shape;
    private final TrialExecutor executor;
    private final SearchListener listener;
    private final Optional<MemoryGate> memory;
    private final CostModel costs;
    private final double secondsAtStart;

    private final BlockingQueue<FoldResult> results = new LinkedBlockingQueue<>();
    private final Deque<OpenTrial> open = new ArrayDeque<>();
    private final Map<Integer, OpenTrial> byNumber = new HashMap<>();
    private final Map<String, Integer> failures = new HashMap<>();
    private final Map<FoldJob, Integer> places = new HashMap<>();
    private final History history = new History();
    private final Set<Integer> before = new HashSet<>();
    private int next = 1;
    private int underWay;
    private boolean exhausted;

    public Search(SearchGoal goal, RunData data, TrialPlan plan, DataShape shape, TrialExecutor executor,
            SearchListener listener) {
        this(goal, data, plan, shape, executor, listener, Forecasts.plain());
    }

    /// @param forecasts what is known of fits before they begin; learns from those of this search
    public Search(SearchGoal goal, RunData data, TrialPlan plan, DataShape shape, TrialExecutor executor,
            SearchListener listener, Forecasts forecasts) {
        this.memory = forecasts.memory();
        this.costs = forecasts.costs();
        this.goal = goal;
        this.data = data;
        this.plan = plan;
        this.shape = shape;
        this.executor = executor;
        this.listener = listener;
        this.secondsAtStart = goal.deadline().secondsLeft();
    }

    /// Goes on with trials of an earlier search of the same data and settings: they count as known and are not tried again. To be
    /// called before [#run].
    ///
    /// @param ended scored, dropped or failed, in the order of their numbers
    public void goOnWith(List<TrialEnd> ended) {
        for (TrialEnd end : ended) {
            Trial trial = end.trial();
            switch (end.outcome()) {
                case TrialOutcome.Scored scored -> {
                    history.add(trial, loss(scored.value()), losses(scored.foldValues()));
                    failures.put(trial.learner(), 0);
                    learnCost(trial, scored.seconds() / Math.max(1, scored.foldValues().size()));
                }
                case TrialOutcome.Dropped dropped -> history.add(trial, Double.NaN, losses(dropped.foldValues()));
                case TrialOutcome.Failed _ -> failures.merge(trial.learner(), 1, Integer::sum);
                case TrialOutcome.Skipped _, TrialOutcome.Cancelled _ -> throw new IllegalArgumentException(
                        "%s was not tried and must be".formatted(trial.name()));
            }
            before.add(trial.number());
        }
        passOver();
    }

    private void passOver() {
        while (before.contains(next)) {
            next++;
        }
    }

    /// Returns when nothing is left to do or the deadline has come; trials then under way are reported cancelled.
    public void run() {
        try {
            while (!mustStop()) {
                handOut();
                if (underWay == 0) {
                    break;
                }
                FoldResult result = results.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (result != null) {
                    underWay--;
                    take(result);
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        for (OpenTrial left : byNumber.values()) {
            listener.ended(TrialEnd.now(left.trial(), left.started(), new TrialOutcome.Cancelled()));
        }
    }

    private Deadline deadline() {
        return listener.until(goal.deadline());
    }

    private boolean mustStop() {
        return deadline().passed() || goal.finish().isCancelled() || Thread.currentThread().isInterrupted();
    }

    private void handOut() {
        while (underWay < executor.slots()) {
            OpenTrial trial = openTrial();
            if (trial == null) {
                return;
            }
            FoldJob job = new FoldJob(trial.trial(), trial.nextFold(), seconds(trial));
            underWay++;
            listener.foldStarted(job, occupy(job));
            executor.submit(job, results::add);
        }
    }

    // The executor does not say which of its workers took a job; the lowest free place is as good a name.
    private int occupy(FoldJob job) {
        int place = 0;
        while (places.containsValue(place)) {
            place++;
        }
        places.put(job, place);
        return place;
    }

    private @Nullable OpenTrial openTrial() {
        while (!open.isEmpty() && !open.getFirst().hasFoldToHandOut()) {
            open.removeFirst();
        }
        while (open.isEmpty() && !exhausted && !mustWait()) {
            openNext();
        }
        return open.peekFirst();
    }

    // What a trial is depends on the outcomes of some before it.
    private boolean mustWait() {
        return byNumber.keySet().stream().anyMatch(number -> number <= TrialPlan.lastKnown(next));
    }

    private void openNext() {
        if (goal.trials() > 0 && next > goal.trials()) {
            exhausted = true;
            return;
        }
        Trial trial = plan.trial(next, history.upTo(TrialPlan.lastKnown(next))).orElse(null);
        if (trial == null) {
            exhausted = true;
            return;
        }
        next++;
        passOver();
        Optional<TrialOutcome.Skipped> skipped = skipped(trial);
        if (skipped.isPresent()) {
            // A start has its row; of random draws there would be no end.
            if (trial.number() <= plan.starts() || goal.trials() > 0) {
                listener.ended(TrialEnd.now(trial, Instant.now(), skipped.get()));
            } else {
                exhausted = underWay == 0 || deadline().secondsLeft() < secondsAtStart / 10;
                if (!exhausted) {
                    exhausted = next > plan.starts() + 5000;
                }
            }
            return;
        }
        OpenTrial opened = new OpenTrial(trial, data.folds().count());
        byNumber.put(trial.number(), opened);
        open.add(opened);
        listener.started(trial);
    }

    private Optional<TrialOutcome.Skipped> skipped(Trial trial) {
        Optional<String> refusal = plan.learner(trial.learner()).refusal(shape);
        if (refusal.isPresent()) {
            return refusal.map(reason -> new TrialOutcome.Skipped(reason, ""));
        }
        Optional<String> tooLarge = memory.flatMap(gate -> gate.refusal(plan.learner(trial.learner()), shape, trial.hyperparameters()));
        if (tooLarge.isPresent()) {
            return tooLarge.map(reason -> new TrialOutcome.Skipped(reason, "Run fewer fits at a time (--threads) or use fewer rows."));
        }
        if (failures.getOrDefault(trial.learner(), 0) >= FAILURES_UNTIL_OFF) {
            return Optional.of(new TrialOutcome.Skipped("%s has failed %d times in this run"
                    .formatted(trial.learner(), FAILURES_UNTIL_OFF), "See the reasons of the failed trials."));
        }
        double expected = leastSeconds(trial) * rounds(data.folds().count());
        double left = deadline().secondsLeft();
        return expected <= left ? Optional.empty() : Optional.of(new TrialOutcome.Skipped(
                "it would take about %.0f s, and %.0f s are left".formatted(expected, Math.max(0, left)),
                "Give the run more time."));
    }

    private double leastSeconds(Trial trial) {
        return costs.leastSeconds(plan.learner(trial.learner()), shape, trial.hyperparameters(), !trial.recipe().generators().isEmpty());
    }

    private int rounds(int folds) {
        return (folds + executor.slots() - 1) / executor.slots();
    }

    // What is left is shared by the folds to come, and all folds of a trial get a quarter of the whole, unless it cannot do
    // with so little. Without a first model there is nothing, so its folds are not hurried where the whole is short or the machine slow.
    private double seconds(OpenTrial trial) {
        double share = 0.95 * deadline().secondsLeft() / rounds(trial.foldsToHandOut() + 1);
        double most = Math.max(secondsAtStart / 4 / rounds(data.folds().count()), 3 * leastSeconds(trial.trial()));
        return Math.max(LEAST_SECONDS, Math.min(share, history.hasModel() ? most : Math.max(most, SECONDS_OF_FIRST)));
    }

    private void take(FoldResult result) {
        listener.foldEnded(result, places.getOrDefault(result.job(), 0));
        places.remove(result.job());
        OpenTrial trial = byNumber.get(result.job().trial().number());
        if (trial == null) {
            return;   // another fold of it has failed already
        }
        switch (result) {
            case FoldResult.Fitted fitted -> {
                learnCost(fitted.job().trial(), fitted.seconds());
                memory.ifPresent(gate -> gate.learn(trial.trial().recipe().preparation(), fitted.features()));
                trial.add(fitted, value(fitted));
                if (!isGivenUp(trial) && trial.isComplete()) {
                    byNumber.remove(trial.trial().number());
                    failures.put(trial.trial().learner(), 0);
                    TrialOutcome.Scored scored = trial.score(data, goal.metric(), goal.positive());
                    history.add(trial.trial(), loss(scored.value()), losses(scored.foldValues()));
                    end(trial, scored);
                }
            }
            case FoldResult.Broken broken -> {
                byNumber.remove(trial.trial().number());
                open.remove(trial);
                failures.merge(trial.trial().learner(), 1, Integer::sum);
                end(trial, new TrialOutcome.Failed(broken.problem(), broken.seconds()));
            }
        }
    }

    private double value(FoldResult.Fitted fitted) {
        Target truth = data.target().select(data.folds().validation(fitted.job().fold()));
        return goal.metric().compute(truth, fitted.predictions(), goal.positive());
    }

    private double loss(double value) {
        return goal.metric().direction() == Metric.Direction.HIGHER_IS_BETTER ? -value : value;
    }

    private List<Double> losses(List<Double> values) {
        return values.stream().map(this::loss).toList();
    }

    // Also asked of a trial whose folds have all come back: a slow early fold must not save it.
    private boolean isGivenUp(OpenTrial trial) {
        List<Known> known = history.upTo(TrialPlan.lastKnown(trial.trial().number()));
        Optional<List<Double>> values = trial.nextToJudge();
        while (values.isPresent()) {
            List<Double> losses = losses(values.get());
            Optional<String> reason = losses.stream().allMatch(Double::isFinite)
                    ? plan.strategy().givesUp(trial.trial().learner(), losses, known) : Optional.empty();
            if (reason.isPresent()) {
                byNumber.remove(trial.trial().number());
                open.remove(trial);
                history.add(trial.trial(), Double.NaN, losses);
                end(trial, new TrialOutcome.Dropped(reason.get(), values.get(), trial.seconds()));
                return true;
            }
            values = trial.nextToJudge();
        }
        return false;
    }

    private void end(OpenTrial trial, TrialOutcome outcome) {
        listener.ended(TrialEnd.now(trial.trial(), trial.started(), outcome));
    }

    private void learnCost(Trial trial, double seconds) {
        costs.learn(plan.learner(trial.learner()), shape, trial.hyperparameters(), !trial.recipe().generators().isEmpty(), seconds);
    }
}
