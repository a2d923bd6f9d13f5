package lathe.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import lathe.engine.builtin.Exporters;
import lathe.engine.export.ExportCheck;
import lathe.engine.export.Exporter;
import lathe.engine.flow.HandOver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Writes a model in a format others run, and compares its answers with the package's before calling it done.
@Command(name = "export", mixinStandardHelpOptions = true,
        description = "Writes the whole pipeline, from raw columns to the answer, as one file of another format.",
        footer = {"", "Example: lathe export model.lathe --format onnx --out model.onnx"})
final class ExportCommand implements Callable<Integer> {

    /// Formats that can be written.
    enum Format { ONNX }

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MODEL", description = "Model package (.lathe).")
    @SuppressWarnings("NullAway.Init")
    private Path model;

    @Option(names = "--format", required = true, paramLabel = "onnx", description = "Format to write: onnx.")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "File to write.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Override
    public Integer call() {
        Exporter exporter = Exporters.ALL.stream().filter(each -> each.id().equals(format.name().toLowerCase(Locale.ROOT)))
                .findFirst().orElseThrow();
        ExportCheck check = HandOver.export(model, exporter, out);
        spec.commandLine().getOut().println(String.format(Locale.ROOT,
                "%s is written and runs: on %d golden rows it differs from the package by at most %.1e.", out,
                check.rows(), check.largestDifference()));
        return 0;
    }
}
