package lathe.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.concurrent.Callable;
import lathe.engine.data.BadCells;
import lathe.engine.data.TableImport;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.pack.ModelPackage;
import lathe.scoring.pack.PackageReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Predicts the rows of a table, chunk by chunk, so that memory does not grow with the table.
@Command(name = "predict", mixinStandardHelpOptions = true,
        description = "Predicts every row of a table: columns are matched by name, extra ones are ignored.",
        footer = {"", "Example: lathe predict model.lathe new-customers.csv --out predictions.csv"})
final class PredictCommand implements Callable<Integer> {

    private static final int CHUNK_ROWS = 8192;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MODEL", description = "Model package (.lathe).")
    @SuppressWarnings("NullAway.Init")
    private Path model;

    @Parameters(index = "1", paramLabel = "DATA", description = "Table to predict.")
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Option(names = "--out", required = true, paramLabel = "FILE.csv",
            description = "Where to write the columns prediction and p_<class>.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--bad-cells", paramLabel = "error|missing",
            description = "What to do with a cell that is not of its column's type (default: error).")
    private BadCells badCells = BadCells.ERROR;

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Override
    public Integer call() {
        ModelPackage opened = PackageReader.open(model);
        Path temporary = out.toAbsolutePath().resolveSibling("." + out.getFileName() + ".part");
        try {
            long rows = write(opened, temporary);
            Files.move(temporary, out, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            spec.commandLine().getErr().println(String.format(Locale.ROOT, "%d rows predicted into %s", rows, out));
            return 0;
        } catch (IOException | UncheckedIOException failed) {
            throw notWritten(failed);
        } finally {
            delete(temporary);
        }
    }

    private long write(ModelPackage opened, Path temporary) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8)) {
            PredictionCsv csv = new PredictionCsv(opened.signature(), writer);
            csv.header();
            new TableImport().stream(data, opened.signature().inputs(), badCells, reading.toImportOptions(), CHUNK_ROWS,
                    chunk -> csv.rows(opened.pipeline().predict(chunk)));
            return csv.written();
        }
    }

    private ProblemException notWritten(Exception cause) {
        return new ProblemException(new Problem("not-written", "The predictions could not be written: %s."
                .formatted(cause.getMessage()), out.toString(), "Check that the folder exists, may be written and has room."),
                cause);
    }

    private static void delete(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException leftBehind) {
            throw new UncheckedIOException(leftBehind);
        }
    }
}
