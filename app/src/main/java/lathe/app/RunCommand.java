package lathe.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import lathe.engine.flow.AutoMl;
import lathe.engine.track.ProjectFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Runs a project as its settings say.
@Command(name = "run", mixinStandardHelpOptions = true,
        description = "Runs a project again as its project.yaml says; earlier runs and models are kept.",
        footer = {"", "Example: lathe run churn.lathe-project"})
final class RunCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Lathe lathe;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PROJECT", description = "Project folder.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(names = "--quiet", description = "Only say what went wrong.")
    private boolean quiet;

    @Override
    public Integer call() {
        try (ProjectFolder project = ProjectFolder.open(folder)) {
            AutoMl.requireComplete(project.settings());
            ProjectRun.requireReadable(project.source());
            return new ProjectRun(project, spec.commandLine(), lathe.start(), quiet, false).run();
        }
    }
}
