package lathe.engine.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lathe.engine.builtin.Learners;
import lathe.engine.builtin.Metrics;
import lathe.engine.data.Imported;
import lathe.engine.data.TableImport;
import lathe.engine.evaluate.Metric;
import lathe.engine.provenance.Environment;
import lathe.engine.search.LocalWorkers;
import lathe.engine.search.RunDataFiles;
import lathe.engine.search.WorkerSettings;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.ProjectSettings;
import lathe.engine.track.RunRecord;
import lathe.engine.track.RunSpec;
import lathe.engine.track.RunStatus;
import lathe.engine.track.RunWriter;
import lathe.engine.track.SearchSettings;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.Signature;
import lathe.scoring.Task;

/// From a project to a verified model package, as one call. Desktop and command line both come in here.
public final class AutoMl {

    /// The package a run leaves in its project folder.
    public static final String MODEL_FILE = "model.lathe";
    private static final String WORK_FOLDER = ".work";

    private final ProjectFolder project;
    private final RunControl control;

    public AutoMl(ProjectFolder project, RunControl control) {
        this.project = project;
        this.control = control;
    }

    /// Runs what the project's settings say. From the first seconds on there is a usable package, and it only improves.
    ///
    /// @throws ProblemException if the data or the settings do not allow a model; nothing but the run's record is left
    public RunResult run() {
        ProjectSettings asked = project.settings();
        Instant started = Instant.now();
        int threads = asked.search().threads() > 0 ? asked.search().threads() : Runtime.getRuntime().availableProcessors();
        Path work = freshWork();
        try (LocalWorkers workers = new LocalWorkers(threads, workerSettings(work, threads))) {
            control.stage("Reading %s".formatted(project.source().getFileName()));
            Imported imported = new TableImport().read(project.source(), ProjectReading.of(asked));
            PreparedRun run = new RunPreparation(asked, imported, control.events())
                    .prepare(asked.search().budgetSeconds(), threads);
            Metric metric = metric(asked.search().metric(), run.signature().task());
            RunDataFiles.write(work.resolve("data"), run.search());
            RunRecord record = RunRecord.begin(spec(asked, run, metric, threads), Environment.current(), started);
            try (RunWriter writer = project.runs().start(record)) {
                return session(run, metric, workers, writer);
            }
        } catch (IOException failed) {
            throw new ProblemException(new Problem("not-written", "The run could not write its files: %s."
                    .formatted(failed.getMessage()), work.toString(), "Check that the folder may be written and has room."),
                    failed);
        } finally {
            delete(work);
        }
    }

    private RunResult session(PreparedRun run, Metric metric, LocalWorkers workers, RunWriter writer) {
        try {
            return new RunSession(project, control, run, metric, workers, writer).run();
        } catch (RuntimeException failed) {
            try {
                String reason = failed instanceof ProblemException problem ? problem.problem().what() : "Lathe made a mistake.";
                writer.update(writer.run().endWithout(RunStatus.FAILED, Instant.now(), reason));
            } catch (ProblemException alsoFailed) {
                failed.addSuppressed(alsoFailed);   // the disk is full, most likely, and that is what failed first
            }
            throw failed;
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

    private static Metric metric(String id, Task task) {
        if (id.isEmpty()) {
            return Metrics.defaultFor(task);
        }
        return Metrics.byId(id).filter(metric -> metric.supports(task)).orElseThrow(() -> new ProblemException(
                Problem.of("metric-unknown", "'%s' is not a metric for a %s task.".formatted(id, Sentences.name(task)),
                        "Choose one of %s.".formatted(Sentences.list(
                                Metrics.forTask(task).stream().map(Metric::id).toList(), 12)))));
    }

    private RunSpec spec(ProjectSettings asked, PreparedRun run, Metric metric, int threads) {
        SearchSettings search = asked.search();
        Signature signature = run.signature();
        String positive = signature.positive() < 0 ? "" : signature.classes().get(signature.positive());
        SearchSettings settled = new SearchSettings(metric.id(), positive, search.budgetSeconds(), threads, search.seed(),
                search.trialLimit(), search.holdout());
        return new RunSpec(project.runs().freshId(Instant.now()), asked.source(), run.fingerprint(),
                run.imported().table().rows(), signature.target(), signature.task(), settled, asked.reading(),
                Map.copyOf(asked.columns()));
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
