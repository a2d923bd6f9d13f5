package lathe.engine.flow;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lathe.engine.builtin.Learners;
import lathe.engine.builtin.RunIndexes;
import lathe.engine.evaluate.Metric;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.engine.report.Results;
import lathe.engine.search.Search;
import lathe.engine.search.SearchGoal;
import lathe.engine.search.TrialEnd;
import lathe.engine.search.TrialExecutor;
import lathe.engine.search.TrialOutcome;
import lathe.engine.search.TrialPlan;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.RunIndex;
import lathe.engine.track.RunRecord;
import lathe.engine.track.RunStatus;
import lathe.engine.track.RunWriter;

/// One run from the first package to the last file.
final class RunSession {

    private static final double LEAST_RESERVE = 3;
    private static final double RESERVE_SHARE = 0.08;

    private final ProjectFolder project;
    private final RunControl control;
    private final PreparedRun run;
    private final Metric metric;
    private final TrialExecutor workers;
    private final RunWriter writer;
    private final PackageMaking packages;
    private final List<TrialEnd> ends = Collections.synchronizedList(new ArrayList<>());

    RunSession(ProjectFolder project, RunControl control, PreparedRun run, Metric metric, TrialExecutor workers,
            RunWriter writer) {
        this.project = project;
        this.control = control;
        this.run = run;
        this.metric = metric;
        this.workers = workers;
        this.writer = writer;
        this.packages = new PackageMaking(run, metric, writer.run());
    }

    RunResult run() {
        Path model = project.root().resolve(AutoMl.MODEL_FILE);
        packages.writeBaseline(model);
        control.events().accept(new RunEvent.BestSaved("baseline", packages.baselineValue()));
        FinalChoice choice = new FinalChoice(run, metric, seed().child("ensemble", 0));
        try (TrialIntervals intervals = new TrialIntervals(metric, choice.truth(), run.signature().positive(),
                seed().child("intervals", 0))) {
            search(model, intervals);
            workers.close();
            control.stage("Putting the ensemble together");
            return finish(choice, intervals, model);
        }
    }

    private RunResult finish(FinalChoice choice, TrialIntervals intervals, Path model) {
        Deadline end = control.deadline();
        FinalChoice.Chosen chosen = choice.choose(ends, end);
        PackageMaking.Final last = packages.writeFinal(chosen, model,
                new FinalScores(metric, run.signature().positive(), seed().child("intervals", 0), end));
        RunRecord record = writer.run().end(status(), Instant.now(), chosen.name(), chosen.ensemble(), last.scores(),
                AutoMl.MODEL_FILE);
        writer.update(record);
        RunResult result = new RunFiles(project, run, record)
                .write(choice.leaderboard(ends, chosen, intervals), results(chosen, last));
        index();
        return result;
    }

    private Results results(FinalChoice.Chosen chosen, PackageMaking.Final last) {
        return run.hasHoldout() ? Results.of(run.signature(), run.holdoutTrue(), last.holdout())
                : Results.of(run.signature(), chosen.truth(), chosen.outOfFold());
    }

    private RunStatus status() {
        return control.finish().isCancelled() ? RunStatus.STOPPED : RunStatus.FINISHED;
    }

    private Seed seed() {
        return writer.run().spec().search().seed();
    }

    private void search(Path model, TrialIntervals intervals) {
        Deadline searchEnd = control.deadline().minus(reserve());
        control.events().accept(new RunEvent.SearchStarted(metric.id(), searchEnd.secondsLeft()));
        SearchGoal goal = new SearchGoal(metric, run.signature().positive(), searchEnd,
                writer.run().spec().search().trialLimit(), seed(), control.finish());
        TrialPlan plan = new TrialPlan(Learners.ALL, StartOrder.STARTS, StartOrder.SHARES, run.shape(),
                RunPreparation.chosenSteps(project.settings()), seed());
        try (BestModel<Contender> best = new BestModel<>(contender -> save(contender, model))) {
            new Search(goal, run.search(), plan, run.shape(), workers, end -> take(end, best, intervals)).run();
        }
    }

    // What ensemble, holdout score, package and report will need.
    private Duration reserve() {
        double seconds = Math.max(LEAST_RESERVE, RESERVE_SHARE * writer.run().spec().search().budgetSeconds());
        return Duration.ofMillis((long) (1000 * seconds));
    }

    private void take(TrialEnd end, BestModel<Contender> best, TrialIntervals intervals) {
        double before = bestValue();
        ends.add(end);
        writer.append(TrialRecords.of(end));
        control.events().accept(new RunEvent.TrialEnded(end));
        if (end.outcome() instanceof TrialOutcome.Scored scored) {
            intervals.offer(end.trial().number(), scored.outOfFold());
            if (metric.better(scored.value(), before)) {
                best.offer(Contender.of(end.trial(), scored));
            }
        }
    }

    private double bestValue() {
        double best = Double.NaN;
        for (TrialEnd end : ends) {
            if (end.outcome() instanceof TrialOutcome.Scored scored && metric.better(scored.value(), best)) {
                best = scored.value();
            }
        }
        return best;
    }

    private void save(Contender contender, Path model) {
        packages.write(contender, model);
        control.events().accept(new RunEvent.BestSaved(contender.name(), contender.value()));
    }

    // The index is a copy of the files; without it nothing is lost.
    private void index() {
        try (RunIndex index = RunIndexes.open(project.indexFile(), project.runs())) {
            RunRecord record = writer.run();
            index.put(record);
            ends.forEach(end -> index.put(record.spec().id(), TrialRecords.of(end)));
        }
    }
}
