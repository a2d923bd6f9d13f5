package lathe.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import lathe.engine.data.BadCells;
import lathe.engine.data.TableImport;
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
        PredictionCsv csv = new PredictionCsv(opened.signature());
        OutputFile.write(out, writer -> {
            csv.header(writer);
            new TableImport().stream(data, opened.signature().inputs(), badCells, reading.toImportOptions(), CHUNK_ROWS,
                    chunk -> csv.rows(opened.pipeline().predict(chunk), writer));
        });
        spec.commandLine().getErr().println(String.format(Locale.ROOT, "%d rows predicted into %s", csv.written(), out));
        return 0;
    }
}
