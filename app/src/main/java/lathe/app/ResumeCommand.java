package lathe.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import lathe.engine.flow.Resumption;
import lathe.engine.track.ProjectFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Gives a run more time.
@Command(name = "resume", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Goes on with a run that ended or was interrupted: same data, settings, seed and folds; nothing is fitted twice.",
        footer = {"", "Example: lathe resume churn.lathe-project --budget 10m"})
final class ResumeCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Lathe lathe;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PROJECT", description = "Project folder.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Parameters(index = "1", arity = "0..1", paramLabel = "RUN",
            description = "Run to go on with, a folder in PROJECT/runs (default: the newest that can be).")
    private String run = "";

    @Option(names = "--budget", paramLabel = "TIME", converter = BudgetConverter.class,
            description = "Time added: 60s, 10m, 2h (default: as much as the run had).")
    private @Nullable Duration budget;

    @Option(names = "--trials", paramLabel = "N", description = "Try at most N more configurations.")
    private int trials;

    @Option(names = "--quiet", description = "Only say what went wrong.")
    private boolean quiet;

    @Override
    public Integer call() {
        if (trials < 0) {
            throw new ParameterException(spec.commandLine(), "--trials must be at least 1, was " + trials);
        }
        try (ProjectFolder project = ProjectFolder.open(folder)) {
            Resumption resumption = Resumption.of(project, run, new Resumption.More(budget == null ? 0 : budget.toSeconds(), trials));
            ProjectRun.requireReadable(project.source(resumption.asked()));
            return new ProjectRun(project, spec.commandLine(), lathe.start(), quiet, false).resume(resumption);
        }
    }
}
