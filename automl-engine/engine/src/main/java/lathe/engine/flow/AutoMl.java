package lathe.engine.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import lathe.engine.builtin.EnsembleMethods;
import lathe.engine.builtin.Learners;
import lathe.engine.builtin.Metrics;
import lathe.engine.builtin.Strategies;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.Imported;
import lathe.engine.data.TableImport;
import lathe.engine.evaluate.Metric;
import lathe.engine.flow.resume.KeptFolder;
import lathe.engine.flow.resume.KeptTrials;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.Learner;
import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Environment;
import lathe.engine.search.LocalWorkers;
import lathe.engine.search.RunDataFiles;
import lathe.engine.search.WorkerSettings;
import lathe.engine.track.Continued;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.ProjectSettings;
import lathe.engine.track.RunRecord;
import lathe.engine.track.RunSpec;
import lathe.engine.track.RunStatus;
import lathe.engine.track.RunWriter;
import lathe.engine.track.SearchSettings;
import lathe.engine.track.TypedTargets;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.Signature;
import lathe.scoring.Table;
import lathe.scoring.Task;

/// From a project to a verified model package. Desktop and command line both come in here: [#start] goes on in the
/// background, [#run] is one call.
public final class AutoMl {

    static final String WORK_FOLDER = ".work";

    private final ProjectFolder project;
    private final RunControl control;
    private final RunNews news;

    public AutoMl(ProjectFolder project, RunControl control) {
        this.project = project;
        this.control = control;
        this.news = new RunNews(control.events(), control.cancel());
    }

    /// Begins a run on a thread of its own and returns at once. The budget counts from now; whatever happens, also that
    /// the settings do not allow a run, is told as an event.
    ///
    /// @param project stays open until the run is over
    /// @param events  hears the news, on several threads
    public static RunHandle start(ProjectFolder project, Consumer<RunEvent> events) {
        return start(project, project.settings().search().budgetSeconds(), events, AutoMl::run);
    }

    /// Goes on with a run, on a thread of its own like [#start].
    ///
    /// @param run     id; empty for the newest that can be continued
    /// @param seconds added
    public static RunHandle resume(ProjectFolder project, String run, double seconds, Consumer<RunEvent> events) {
        return start(project, seconds, events,
                flow -> flow.run(Resumption.of(project, run, Resumption.More.seconds(seconds))));
    }

    private static RunHandle start(ProjectFolder project, double seconds, Consumer<RunEvent> events,
            Function<AutoMl, RunResult> body) {
        CancelToken finish = new CancelToken();
        CancelToken cancel = new CancelToken();
        Deadline deadline = Deadline.in(Duration.ofMillis((long) (1000 * seconds)));
        RunHandle handle = new RunHandle(deadline, finish, cancel);
        AutoMl run = new AutoMl(project, new RunControl(deadline, finish, cancel, events));
        Thread.ofPlatform().name("run").start(() -> new BackgroundRun(project.root(), () -> body.apply(run), run.news).run(handle));
        return handle;
    }

    /// Runs what the project's settings say. From the first seconds on there is a usable package, and it only improves.
    ///
    /// @throws ProblemException      if the data or the settings do not allow a model; nothing but the run's record is left
    /// @throws CancellationException if the run is called off
    public RunResult run() {
        return run(project.settings(), Optional.empty());
    }

    /// Goes on with a run as a run of its own that takes over its trials.
    ///
    /// @throws ProblemException      as [#run()], and if the data is not what the run was made of
    /// @throws CancellationException if the run is called off
    public RunResult run(Resumption resumption) {
        news.goOnAfter(resumption.continued().seconds());
        return run(resumption.asked(), Optional.of(resumption));
    }

    private RunResult run(ProjectSettings wanted, Optional<Resumption> resumption) {
        requireComplete(wanted);
        List<Learner> learners = LearnerChoice.of(wanted);
        Strategies.byId(wanted.search().strategy());
        EnsembleMethods.byId(wanted.search().ensemble());
        news.stage("Reading %s".formatted(project.source(wanted).getFileName()));
        ProjectSettings asked = RowsRead.decided(project.source(wanted), wanted, control.cancel());
        Instant started = Instant.now();
        int threads = asked.search().threads() > 0 ? asked.search().threads() : Runtime.getRuntime().availableProcessors();
        Path work = freshWork();
        try (LocalWorkers workers = new LocalWorkers(threads, workerSettings(work, threads))) {
            TypedTargets typed = resumption.map(each -> project.runs().typedTargets(each.earlier().spec().id()))
                    .orElseGet(() -> project.typedTargets().all()).only(asked.target());
            PreparedRun run = prepare(asked, typed, learners, whole -> resumption.map(each -> each.plan().wanted()).orElseGet(() ->
                    FoldChoice.folds(learners, whole, asked.search().budgetSeconds(), threads)));
            resumption.ifPresent(each -> each.requireSame(run));
            Metric metric = LossWish.metric(asked.search(), run.signature().task());
            RunDataFiles.write(work.resolve("data"), run.search());
            RunRecord record = RunRecord.begin(spec(asked, run, metric, threads), environment(), started,
                    resumption.map(Resumption::continued).orElse(Continued.NONE));
            EarlierTrials past = resumption.isEmpty() ? EarlierTrials.NONE
                    : EarlierTrials.of(project.runs(), resumption.get(), work.resolve("members"), learners, run.shape());
            news.requireWanted();
            EarlierModel earlier = EarlierModel.keep(project.root().resolve(ProjectFolder.MODEL_FILE), work);
            try (RunWriter writer = project.runs().start(record); KeptTrials kept = new KeptTrials(writer.home(), metric)) {
                project.runs().keep(record.spec().id(), typed);
                began(run, record.spec());
                RunSession session = new RunSession(project, asked, control, news, run, metric,
                        new TrialBook(writer, kept, news, metric));
                return recorded(writer, earlier, () -> session.run(learners, workers, past));
            }
        } catch (IOException failed) {
            throw new ProblemException(new Problem("not-written", "The run could not write its files: %s."
                    .formatted(failed.getMessage()), work.toString(), "Check that the folder may be written and has room."),
                    failed);
        } finally {
            delete(work);
            KeptFolder.deleteOld(project.runs());
        }
    }

    /// What a run needs and a new project need not have yet.
    ///
    /// @throws ProblemException naming what is missing
    public static void requireComplete(ProjectSettings settings) {
        if (settings.source().isBlank()) {
            throw new ProblemException(Problem.of("source-missing", "No data has been chosen yet.",
                    "Choose a file with the data."));
        }
        if (settings.target().isBlank()) {
            throw new ProblemException(Problem.of("target-missing", "It has not been said yet which column to predict.",
                    "Choose the target column."));
        }
    }

    // A run does without the memory of earlier data.
    private void tellChange(ProjectSettings asked, Table table) {
        try {
            DataChange.noted(project, asked, table).ifPresent(change ->
                    change.sentences().forEach(sentence -> news.accept(new RunEvent.Note(sentence))));
        } catch (ProblemException unreadable) {
            news.accept(new RunEvent.Note(unreadable.problem().message()));
        }
    }

    private PreparedRun prepare(ProjectSettings asked, TypedTargets typed, List<Learner> learners, ToIntFunction<DataShape> folds) {
        ImportOptions options = RowsRead.options(asked);
        Imported whole = new TableImport().read(project.source(asked), options, control.cancel(), progress -> { });
        if (options.sample().isAll()) {
            tellChange(asked, whole.table());
        }
        ProjectTable table = ProjectTable.of(whole, asked, typed);
        Imported imported = table.imported();
        RowsRead.sentence(asked, imported).ifPresent(sentence -> news.accept(new RunEvent.Note(sentence)));
        RowsRead.warnings(imported).forEach(sentence -> news.accept(new RunEvent.Note(sentence)));
        news.stage("Looking at the columns");
        PreparedRun run = new RunPreparation(asked, table, news).prepare(folds);
        LearnerChoice.requireOneThatFits(learners, run.shape());
        return run;
    }

    private void began(PreparedRun run, RunSpec spec) {
        news.accept(new RunEvent.RunBegan(spec, run.signature().classes(), run.search().table().rows(),
                run.search().table().schema().size(), run.search().folds().count(), run.holdout().rows(), news.at(),
                control.deadline().secondsLeft()));
    }

    /// The body of a run.
    private interface Body {
        RunResult run();
    }

    private static RunResult recorded(RunWriter writer, EarlierModel earlier, Body body) {
        try {
            return body.run();
        } catch (CancellationException calledOff) {
            earlier.restore();
            end(writer, RunStatus.CANCELLED, "It was called off.", calledOff);
            throw calledOff;
        } catch (RuntimeException failed) {
            end(writer, RunStatus.FAILED,
                    failed instanceof ProblemException problem ? problem.problem().what() : "Lathe made a mistake.", failed);
            throw failed;
        }
    }

    private static void end(RunWriter writer, RunStatus status, String reason, RuntimeException cause) {
        try {
            writer.update(writer.run().endWithout(status, Instant.now(), reason));
        } catch (ProblemException alsoFailed) {
            cause.addSuppressed(alsoFailed);   // the disk is full, most likely, and that is what failed first
        }
    }

    private Path freshWork() {
        Path work = project.root().resolve(WORK_FOLDER);
        delete(work);   // left by a process that was killed
        try {
            Files.createDirectories(work.resolve("members"));
            return work;
        } catch (IOException failed) {
            throw new ProblemException(new Problem("not-written", "The project folder cannot be written: %s."
                    .formatted(failed.getMessage()), project.root().toString(), "Choose another folder with --out."), failed);
        }
    }

    private static WorkerSettings workerSettings(Path work, int threads) {
        return new WorkerSettings(WorkerMain.class.getName(), work, WorkerSettings.megabytesFor(threads),
                Learners.environment());
    }

    private static Environment environment() {
        return Environment.current().with(Learners.PLUGINS.versions());
    }

    private RunSpec spec(ProjectSettings asked, PreparedRun run, Metric metric, int threads) {
        Signature signature = run.signature();
        String positive = signature.positive() < 0 ? "" : signature.classes().get(signature.positive());
        SearchSettings settled = asked.search().withMetric(metric.id()).withPositive(positive).withThreads(threads);
        return new RunSpec(project.runs().freshId(Instant.now()), asked.source(), run.fingerprint(),
                run.imported().table().rows(), signature.target(), signature.task(), settled, asked.reading(),
                Map.copyOf(asked.columns()), asked.table());
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
