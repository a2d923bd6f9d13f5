package lathe.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import lathe.scoring.pack.ModelPackage;
import lathe.scoring.pack.PackageReader;
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
        ModelPackage opened = PackageReader.open(model);
        double difference = opened.golden().largestDifference(opened.pipeline());
        spec.commandLine().getOut().println("%s is whole: %d golden rows, largest relative difference %.1e."
                .formatted(model, opened.golden().rows().rows(), difference));
        return 0;
    }
}
