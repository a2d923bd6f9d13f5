package lathe.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import lathe.engine.data.BadCells;
import lathe.engine.flow.FileScoring;
import lathe.engine.flow.ScoredFile;
import lathe.engine.flow.ScoringOptions;
import lathe.engine.progress.CancelToken;
import lathe.scoring.pack.PackageReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Predicts the rows of a table, chunk by chunk, so that memory does not grow with the table.
@Command(name = "predict", mixinStandardHelpOptions = true,
        description = "Predicts every row of a table: columns are matched by name, extra ones are ignored.",
        footer = {"", "Example: lathe predict model.lathe new-customers.csv --out predictions.csv --reasons 3"})
final class PredictCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MODEL", description = "Model package (.lathe).")
    @SuppressWarnings("NullAway.Init")
    private Path model;

    @Parameters(index = "1", paramLabel = "DATA", description = "Table to predict.")
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Option(names = "--out", required = true, paramLabel = "FILE",
            description = "Where to write the columns prediction and p_<class>: CSV, a workbook if it ends with .xlsx, Parquet with .parquet.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--bad-cells", paramLabel = "error|missing",
            description = "What to do with a cell that is not of its column's type (default: error).")
    private BadCells badCells = BadCells.ERROR;

    @Option(names = "--keep-columns", description = "Put all columns of the table before the predictions.")
    private boolean keepColumns;

    @Option(names = "--reasons", paramLabel = "N",
            description = "Add the N main reasons of each row, 0 to 5 (default: 0).")
    private int reasons;

    @Option(names = "--ranges", description = "Add what holds the truth for 9 of 10 rows: <target>_low and <target>_high for numbers, <target>_set for classes.")
    private boolean ranges;

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Override
    public Integer call() {
        if (reasons < 0 || reasons > ScoringOptions.MOST_REASONS) {
            throw new ParameterException(spec.commandLine(), "--reasons takes a number from 0 to %d, not %d."
                    .formatted(ScoringOptions.MOST_REASONS, reasons));
        }
        ScoringOptions options = new ScoringOptions(keepColumns, reasons, ranges, badCells, reading.toImportOptions());
        ScoredFile scored = new FileScoring(PackageReader.open(model))
                .score(data, out, options, rows -> { }, new CancelToken());
        PrintWriter err = spec.commandLine().getErr();
        scored.notes().forEach(sentence -> err.println("Note: " + sentence));
        err.println(String.format(Locale.ROOT, "%d rows predicted into %s", scored.rows(), out));
        return 0;
    }
}
