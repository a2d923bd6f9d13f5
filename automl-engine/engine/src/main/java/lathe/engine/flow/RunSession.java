package lathe.engine.flow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lathe.engine.builtin.EnsembleMethods;
import lathe.engine.builtin.LearntCosts;
import lathe.engine.builtin.RunIndexes;
import lathe.engine.builtin.Strategies;
import lathe.engine.evaluate.Metric;
import lathe.engine.export.WholeFile;
import lathe.engine.flow.resume.KeptTrial;
import lathe.engine.learn.Learner;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.engine.report.Results;
import lathe.engine.search.FoldJob;
import lathe.engine.search.FoldResult;
import lathe.engine.search.Forecasts;
import lathe.engine.search.MemoryGate;
import lathe.engine.search.Search;
import lathe.engine.search.SearchGoal;
import lathe.engine.search.SearchListener;
import lathe.engine.search.Trial;
import lathe.engine.search.TrialEnd;
import lathe.engine.search.TrialExecutor;
import lathe.engine.search.TrialOutcome;
import lathe.engine.search.TrialPlan;
import lathe.engine.search.WorkerSettings;
import lathe.engine.track.ExpectedGain;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.ProjectSettings;
import lathe.engine.track.RunIndex;
import lathe.engine.track.RunRecord;
import lathe.engine.track.RunStatus;
import lathe.engine.track.RunWriter;
import lathe.engine.track.SearchSettings;
import lathe.engine.track.TrialMeasure;
import lathe.engine.track.TrialRecord;

/// One run from the first package to the last file.
final class RunSession {

    private final ProjectFolder project;
    private final ProjectSettings asked;
    private final RunControl control;
    private final RunNews news;
    private final PreparedRun run;
    private final Metric metric;
    private final TrialBook book;
    private final RunWriter writer;
    private final PackageMaking packages;
    private final TimePlan time;
    private double bar = Double.NaN;   // what a trial must beat to be saved while the search goes on
    private String told = "";   // how models were learnt otherwise than by trials
    private ExpectedGain gain = ExpectedGain.UNKNOWN;

    /// @param asked the project's settings when the run began; they may change meanwhile
    RunSession(ProjectFolder project, ProjectSettings asked, RunControl control, RunNews news, PreparedRun run, Metric metric,
            TrialBook book) {
        this.project = project;
        this.asked = asked;
        this.control = control;
        this.news = news;
        this.run = run;
        this.metric = metric;
        this.book = book;
        this.writer = book.writer();
        this.packages = new PackageMaking(run, metric, writer.run(), asked);
        this.time = new TimePlan(control, writer.run().spec().search().budgetSeconds(), restSeconds());
    }

    /// @param learners those that may be tried
    /// @param workers  closed when the search is over
    /// @param earlier  what is taken over
    RunResult run(List<Learner> learners, TrialExecutor workers, EarlierTrials earlier) {
        Path model = project.root().resolve(ProjectFolder.MODEL_FILE);
        Map<Trial, Path> taught = new HashMap<>();
        FinalChoice choice = new FinalChoice(run, EnsembleMethods.byId(writer.run().spec().search().ensemble()), goal(), metric,
                seed().child("ensemble", 0), taught);
        try (TrialIntervals intervals = new TrialIntervals(metric, choice.truth(), run.signature().positive(),
                run.drawnOutOfFold(), seed().child("intervals", 0), cost(), this::measured)) {
            takeOver(earlier, intervals);
            book.kept().begin(Resumption.plan(run));
            writeFirst(earlier, model);
            Shelf shelf = new Shelf(book, intervals, members(), taught);
            PupilStage pupils = new PupilStage(run, asked, control, shelf, learners);
            search(learners, workers, model, new Heard(intervals, pupils), earlier);
            gain = GainForecast.of(writer.run(), book.records(), metric, Instant.now());
            boolean beyondSample = fromRestOfFile(workers, intervals);
            besides(choice, pupils, shelf);
            news.stage("Putting the ensemble together");
            FinalChoice.Chosen quick = orPupil(choice, choice.choose(book.usable(), earlier.ensemble(), time.choosingEnd()), pupils);
            FinalChoice.Chosen learnt = quick.isPupil() || beyondSample ? quick : fromAllRows(quick, workers, taught);
            workers.close();
            return finish(choice, learnt, intervals, model, earlier);
        }
    }

    // Reading a long file takes the memory of the workers, so that there is no model of all rows of the sample afterwards.
    private boolean fromRestOfFile(TrialExecutor workers, TrialIntervals intervals) {
        if (!time.readsRest() || control.finish().isCancelled()) {
            return false;
        }
        news.stage("Learning from rows of the file outside of the sample");
        RestOfFile rest = new RestOfFile(project.source(asked), asked, run, metric, seed().child("rest", 0),
                new RestOfFile.Time(time.fittingEnd(), control.finish(), control.cancel()));
        Optional<RestPlan> plan = rest.plan(book.usable());
        if (plan.isEmpty()) {
            news.accept(new RunEvent.Note("Of the rest of the file, too few rows could be learnt from in the time to add to the sample."));
            return false;
        }
        workers.close();
        int number = book.records().stream().mapToInt(TrialRecord::trial).max().orElse(0) + 1;
        RestOfFile.Outcome outcome = rest.learn(plan.get(), number, members());
        news.requireWanted();
        outcome.ends().forEach(end -> {
            book.add(end);
            intervals.offer(end.trial().number(), FinalChoice.scored(end).outOfFold());
        });
        news.accept(new RunEvent.Note(outcome.sentence()));
        told = outcome.sentence();
        return true;
    }

    // Whoever asks for a share of the rows gets no others.
    private double restSeconds() {
        return project.settings().reading().draws() ? 0 : RestOfFile.reserve(asked, run, goal().single());
    }

    private FinalChoice.Chosen fromAllRows(FinalChoice.Chosen chosen, TrialExecutor workers, Map<Trial, Path> taught) {
        Contender whole = onAllRows(chosen.contender(), workers, taught);
        return chosen.with(chosen.fast().map(fast -> fast.costs().filled(whole, goal().limits(),
                filled -> ScoringSpeed.rowMicros(PipelineAssembly.of(filled, run), run.raw()))).orElse(whole));
    }

    // Where quick answers are wanted, one model is taught to answer as the best blend does.
    private FinalChoice.Chosen orPupil(FinalChoice choice, FinalChoice.Chosen chosen, PupilStage pupils) {
        if (chosen.fast().map(fast -> fast.isQuickAnyhow(goal().limits())).orElse(true)) {
            return chosen.saying("No pupil is needed: the blend keeps the limit with all its models.");
        }
        news.stage("Teaching a pupil to answer as the blend does");
        FinalChoice.Chosen better = pupils.inPlaceOf(chosen, choice, time.teachingEnd(), time.choosingEnd());
        news.requireWanted();
        return better;
    }

    private void besides(FinalChoice choice, PupilStage pupils, Shelf shelf) {
        if (goal().single()) {
            new Shortening(run, metric, goal().limits(), members(), time.teachingEnd()).shorten(shelf).forEach(told -> news.accept(new RunEvent.Note(told)));
        }
        if (pupils.standsBeside()) {
            news.stage("Teaching one model more with what the others know");
            told = pupils.beside(choice, time.teachingEnd());
            news.requireWanted();
            news.accept(new RunEvent.Note(told));
        }
    }

    private Path members() {
        return project.root().resolve(AutoMl.WORK_FOLDER).resolve("members");
    }

    private void takeOver(EarlierTrials earlier, TrialIntervals intervals) {
        earlier.run().ifPresent(run -> news.stage("Going on with run %s after %d trials%s".formatted(run.spec().id(),
                earlier.trials().size(), earlier.scoresOnly() == 0 ? "" : ", of %d of which only the score was kept"
                        .formatted(earlier.scoresOnly()))));
        for (KeptTrial trial : earlier.trials()) {
            book.takeOver(trial, earlier.record(trial));
            if (trial.end().outcome() instanceof TrialOutcome.Scored scored) {
                TrialMeasure measure = earlier.measures().get(trial.end().trial().number());
                if (measure != null) {
                    intervals.takeOver(measure, scored.value());
                }
                if (trial.isUsable()) {
                    intervals.offer(trial.end().trial().number(), scored.outOfFold());
                }
            }
        }
    }

    // From the first seconds on there is a model, and it only gets better: that of the earlier run, or the best of its trials.
    private void writeFirst(EarlierTrials earlier, Path model) {
        Optional<Path> handedOver = earlier.run().map(run -> project.models().resolve(run.spec().id() + ".lathe"))
                .filter(Files::exists);
        Optional<Contender> best = book.usable().stream().filter(end -> fits(FinalChoice.scored(end))).map(end -> Contender.of(end.trial(), FinalChoice.scored(end)))
                .reduce((a, b) -> metric.better(b.value(), a.value()) ? b : a);
        if (earlier.run().isPresent() && handedOver.isPresent()) {
            WholeFile.write(model, temporary -> Files.copy(handedOver.get(), temporary, StandardCopyOption.REPLACE_EXISTING));
            bar = earlier.run().get().ensemble().value();
            news.accept(new RunEvent.BestSaved(earlier.run().get().best(), bar, news.at()));
        } else if (best.isPresent()) {
            save(alone(best.get()), model);
        } else {
            packages.writeBaseline(model);
            news.accept(new RunEvent.BestSaved("baseline", packages.baselineValue(), news.at()));
        }
    }

    private FinalChoice.Goal goal() {
        return asked.search().wantsFast() ? FinalChoice.Goal.FAST : FinalChoice.Goal.BEST;
    }

    // Where quick answers are wanted, each trial comes with one model.
    private Contender alone(Contender contender) {
        return goal().single() ? contender.single() : contender;
    }

    private boolean fits(TrialOutcome.Scored scored) {
        return goal().limits().fits(new PackageLimits.Cost(TrialRecords.bytes(scored), 0));
    }

    private Contender onAllRows(Contender chosen, TrialExecutor workers, Map<Trial, Path> taught) {
        if (control.finish().isCancelled()) {
            return chosen;
        }
        news.stage("Learning once more from all rows");
        Contender learnt = new WholeFits(workers, time.fittingEnd(), taught).fit(chosen);
        news.requireWanted();
        return learnt;
    }

    private RunResult finish(FinalChoice choice, FinalChoice.Chosen chosen, TrialIntervals intervals, Path model,
            EarlierTrials earlier) {
        Deadline end = control.deadline();
        List<TrialMeasure> measures = choice.measures(book.usable(), chosen, intervals, end);
        news.requireWanted();
        double bias = run.hasHoldout() ? 0 : choice.bias(book.usable(), chosen, time.biasEnd());
        PackageMaking.Final last = packages.writeFinal(chosen, model,
                new FinalScores(metric, run.signature().positive(), seed().child("intervals", 0), bias, end));
        measures.forEach(writer::append);
        news.requireWanted();
        RunRecord ended = writer.run().end(status(), Instant.now(), chosen.name(), chosen.ensemble(), last.scores(),
                ProjectFolder.MODEL_FILE).withGain(gain);
        writer.update(ended);
        String speed = chosen.fast().map(fast -> fast.sentence(run, metric, last.pipeline(), chosen.outOfFold(), seed().child("fast", 0), end))
                .orElse("");
        RunRecord record = ended.withSpeed(speed);
        if (!speed.isEmpty()) {
            writer.update(record);
            news.accept(new RunEvent.Note(speed));
        }
        String compared = run.search().smote() > 0 ? SmoteComparison.sentence(book.records(), metric) : "";
        if (!compared.isEmpty()) {
            news.accept(new RunEvent.Note(compared));
        }
        RunResult result = new RunFiles(project, run, record, asked.dictionary())
                .write(choice.leaderboard(book.records(), chosen, Stream.concat(earlier.measuresOfScoresOnly(),
                        measures.stream()).toList()), results(chosen, last), Stream.of(speed.isEmpty() ? told : speed, compared).filter(each -> !each.isEmpty()).collect(Collectors.joining(" ")));
        index();
        return result;
    }

    private Results results(FinalChoice.Chosen chosen, PackageMaking.Final last) {
        return run.hasHoldout() ? Results.of(run.signature(), run.holdoutTrue(), last.holdout())
                : Results.of(run.signature(), chosen.truth(), chosen.outOfFold());
    }

    // A run that only its number of trials ends gives the same leaderboard on every machine.
    private TrialIntervals.Cost cost() {
        return isUntimed() ? TrialIntervals.Cost.FULL : TrialIntervals.Cost.SMALL;
    }

    private boolean isUntimed() {
        return writer.run().spec().search().budgetSeconds() >= SearchSettings.LONGEST;
    }

    private RunStatus status() {
        return control.finish().isCancelled() ? RunStatus.STOPPED : RunStatus.FINISHED;
    }

    private Seed seed() {
        return writer.run().spec().search().seed();
    }

    // Who else hears of trials.
    private record Heard(TrialIntervals intervals, PupilStage pupils) { }

    private void search(List<Learner> learners, TrialExecutor workers, Path model, Heard heard, EarlierTrials earlier) {
        Deadline searchEnd = time.searchEnd();
        earlier.trials().forEach(trial -> heard.pupils.note(trial.end()));
        news.accept(new RunEvent.SearchStarted(metric.id(), heard.pupils.searchEnd(searchEnd).secondsLeft()));
        SearchGoal goal = new SearchGoal(metric, run.signature().positive(), searchEnd,
                writer.run().spec().search().trialLimit(), seed(), control.finish());
        List<TrialPlan.Start> starts = StartOrder.starts(learners, metric, run.shape(), goal().single());
        TrialPlan plan = new TrialPlan(learners, run.search().smote() > 0 ? StartOrder.compared(starts, learners) : starts, StartOrder.shares(learners),
                Strategies.byId(writer.run().spec().search().strategy()), run.shape(),
                RunPreparation.wishes(asked, run), seed());
        try (BestModel<Contender> best = new BestModel<>(contender -> save(contender, model))) {
            Search search = new Search(goal, run.search(), plan, run.shape(), workers, new Listener(best, heard),
                    new Forecasts(LearntCosts.model(), Optional.of(new MemoryGate(WorkerSettings.megabytesFor(workers.slots())))));
            search.goOnWith(earlier.trials().stream().map(KeptTrial::end).toList());
            search.run();
        }
    }

    private void measured(TrialIntervals.Measured measured) {
        writer.append(measured.record(false));
        news.accept(new RunEvent.TrialMeasured(measured.trial(), measured.score(), news.at()));
    }

    private final class Listener implements SearchListener {

        private final BestModel<Contender> best;
        private final Heard heard;

        Listener(BestModel<Contender> best, Heard heard) {
            this.best = best;
            this.heard = heard;
        }

        @Override
        public Deadline until(Deadline planned) {
            return !book.hasModel() ? time.searchEndWithoutModel()
                    : heard.pupils.wantTime() ? heard.pupils.searchEnd(planned) : time.searchEnd(planned, book);
        }

        @Override
        public void started(Trial trial) {
            news.accept(new RunEvent.TrialStarted(trial, news.at()));
        }

        @Override
        public void foldStarted(FoldJob job, int worker) {
            news.accept(new RunEvent.FoldStarted(job.trial().number(), job.fold() + 1, run.search().folds().count(), worker,
                    news.at()));
        }

        @Override
        public void foldEnded(FoldResult result, int worker) {
            double seconds = switch (result) {
                case FoldResult.Fitted fitted -> fitted.seconds();
                case FoldResult.Broken broken -> broken.seconds();
            };
            news.accept(new RunEvent.FoldEnded(result.job().trial().number(), result.job().fold() + 1,
                    run.search().folds().count(), worker, seconds, news.at()));
        }

        @Override
        public void ended(TrialEnd end) {
            double before = book.best().map(TrialOutcome.Scored::value).orElse(Double.NaN);
            book.add(end);
            heard.pupils.note(end);
            if (end.outcome() instanceof TrialOutcome.Scored scored) {
                heard.intervals.offer(end.trial().number(), scored.outOfFold());
                if (metric.better(scored.value(), before) && metric.better(scored.value(), bar) && fits(scored)) {
                    best.offer(alone(Contender.of(end.trial(), scored)));
                }
            }
        }
    }

    private void save(Contender contender, Path model) {
        packages.write(contender, model);
        news.accept(new RunEvent.BestSaved(contender.name(), contender.value(), news.at()));
    }

    // The index is a copy of the files; without it nothing is lost.
    private void index() {
        try (RunIndex index = RunIndexes.open(project.indexFile(), project.runs())) {
            RunRecord record = writer.run();
            index.put(record);
            book.records().forEach(trial -> index.put(record.spec().id(), trial));
        }
    }
}
