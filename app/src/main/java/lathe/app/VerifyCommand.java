package lathe.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import lathe.engine.export.ExportCheck;
import lathe.engine.flow.HandOver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Opens a package, which scores its golden rows again, and says how far the answers are from those stored.
@Command(name = "verify", mixinStandardHelpOptions = true,
        description = "Checks that a model package is whole and gives the numbers it gave when it was made.",
        footer = {"", "Example: lathe verify model.lathe"})
final class VerifyCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MODEL", description = "Model package (.lathe).")
    @SuppressWarnings("NullAway.Init")
    private Path model;

    @Override
    public Integer call() {
        ExportCheck check = HandOver.verify(model);
        spec.commandLine().getOut().println("%s is whole: %d golden rows, largest relative difference %.1e."
                .formatted(model, check.rows(), check.largestDifference()));
        return 0;
    }
}
