package lathe.app;

import java.util.List;
import picocli.CommandLine.Parameters;

/// The words of a command that name a table.
final class DataWords {

    @Parameters(index = "0..*", arity = "1..*", paramLabel = "DATA",
            description = "Table: CSV, TSV, Excel, Parquet or JSON lines. A folder, several files or a pattern are read as one table.")
    private List<String> words = List.of();

    /// @throws lathe.scoring.ProblemException if a file is missing
    DataArgument argument() {
        return DataArgument.of(words);
    }
}
