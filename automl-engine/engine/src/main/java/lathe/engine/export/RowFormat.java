package lathe.engine.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Extension point: a file format that rows can be written to as they come.
public interface RowFormat {

    /// With the dot, lower case: `.csv`.
    String ending();

    /// Whether its columns have types, so that cells are better handed over as what they mean than as they were written.
    default boolean isTyped() {
        return false;
    }

    /// Begins a file; one that is there is replaced.
    ///
    /// @param types of the columns; only typed formats look at them
    RowSink open(Path file, List<CellType> types) throws IOException;
}
