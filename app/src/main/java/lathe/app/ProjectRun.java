package lathe.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import lathe.engine.flow.AutoMl;
import lathe.engine.flow.RunControl;
import lathe.engine.flow.RunEvent;
import lathe.engine.flow.Resumption;
import lathe.engine.flow.RunResult;
import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;
import lathe.engine.report.ShellWord;
import lathe.engine.track.ExpectedGain;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.ProjectSettings;
import lathe.engine.track.ReportedScore;
import lathe.engine.track.ScoreKind;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import picocli.CommandLine;

/// Runs a project in the foreground: progress on standard error, the result on standard output, Ctrl-C for the best so far.
final class ProjectRun {

    private static final int STOPPED = 130;

    private final ProjectFolder project;
    private final CommandLine command;
    private final Instant start;
    private final boolean quiet;
    private final boolean fresh;
    private final CancelToken finish = new CancelToken();
    private final CountDownLatch ended = new CountDownLatch(1);

    /// @param start when the budget began to count
    /// @param fresh whether the folder was made for this run; it is removed again if the run is refused
    ProjectRun(ProjectFolder project, CommandLine command, Instant start, boolean quiet, boolean fresh) {
        this.project = project;
        this.command = command;
        this.start = start;
        this.quiet = quiet;
        this.fresh = fresh;
    }

    /// Opens a project that is there already, with new settings.
    static ProjectFolder again(Path folder, ProjectSettings settings, boolean force) {
        if (!force) {
            throw new ProblemException(new Problem("project-exists", "There is a project in this folder already.",
                    folder.toString(), "Choose another folder with --out, or run it again with --force."));
        }
        ProjectFolder project = ProjectFolder.open(folder);
        project.save(settings);
        return project;
    }

    /// @throws ProblemException before anything is made, if there is no such file
    static void requireReadable(Path data) {
        if (!Files.exists(data)) {
            throw new ProblemException(new Problem("file-missing", "There is no such file.", data.toString(),
                    "Check the path."));
        }
        if (Files.isDirectory(data) && ProjectFolder.exists(data)) {
            throw new ProblemException(new Problem("folder-is-project", "This folder is a project, not a folder of tables.",
                    data.toString(), "Run it again with: lathe run " + data));
        }
    }

    int run() {
        return run(project.settings().search().budgetSeconds(), AutoMl::run);
    }

    int resume(Resumption resumption) {
        return run(resumption.asked().search().budgetSeconds(), flow -> flow.run(resumption));
    }

    private int run(double seconds, Function<AutoMl, RunResult> flow) {
        Duration gone = Duration.between(start, Instant.now());
        Deadline deadline = Deadline.in(Duration.ofMillis((long) (seconds * 1000)).minus(gone));
        Consumer<RunEvent> events = quiet ? event -> { } : new ConsoleProgress(command.getErr(), deadline);
        Thread hook = new Thread(this::finishNow, "finish-now");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            RunResult result = flow.apply(new AutoMl(project, new RunControl(deadline, finish, events)));
            if (!quiet) {
                tell(result);
            }
            return finish.isCancelled() ? STOPPED : 0;
        } catch (RuntimeException failed) {
            removeIfFresh();
            throw failed;
        } finally {
            ended.countDown();
            removeHook(hook);
        }
    }

    // Ctrl-C: the run is asked to finish and waited for; Java ends after this.
    private void finishNow() {
        finish.cancel();
        try {
            if (ended.await(60, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(STOPPED);
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            return;   // it is the hook that waits for us
        }
    }

    // Nothing half-written: a folder without a model is of no use to anybody.
    private void removeIfFresh() {
        if (!fresh || Files.exists(project.root().resolve(ProjectFolder.MODEL_FILE))) {
            return;
        }
        try (Stream<Path> paths = Files.walk(project.root())) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException left) {
            command.getErr().println("lathe: the folder %s could not be removed".formatted(project.root()));
        }
    }

    private void tell(RunResult result) {
        PrintWriter out = command.getOut();
        out.println();
        for (ReportedScore reported : result.run().scores()) {
            String where = reported.kind() == ScoreKind.HOLDOUT ? "on rows kept apart" : "out of fold";
            out.println(String.format(Locale.ROOT, "%s %.5g  (95 %%: %.5g to %.5g, %s, %d rows)", reported.score().metric(),
                    reported.score().value(), reported.score().lower(), reported.score().upper(), where,
                    reported.score().rows()));
        }
        gain(result).ifPresent(out::println);
        if (!result.speed().isEmpty()) {
            out.println(result.speed());
        }
        out.println("model:  " + relative(result.model()));
        result.files().forEach(file -> out.println("also:   " + relative(file)));
        out.flush();
    }

    private Optional<String> gain(RunResult result) {
        ExpectedGain gain = result.run().gain();
        return gain.known() ? Optional.of(String.format(Locale.ROOT,
                "as much time again (%.0f s) would be expected to improve the best model's %s by %.2g (%.0f %%: %.2g to %.2g): lathe resume %s",
                gain.seconds(), result.run().spec().search().metric(), gain.mean(), 100 * gain.level(), gain.lower(), gain.upper(),
                ShellWord.of(relative(project.root()).toString(), System.getProperty("os.name", "")))) : Optional.empty();
    }

    private static Path relative(Path file) {
        Path here = Path.of("").toAbsolutePath();
        return file.startsWith(here) ? here.relativize(file) : file;
    }
}
