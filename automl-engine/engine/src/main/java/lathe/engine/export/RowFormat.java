package lathe.engine.export;

import java.io.IOException;
import java.nio.file.Path;

/// Extension point: a file format that rows can be written to as they come.
public interface RowFormat {

    /// With the dot, lower case: `.csv`.
    String ending();

    /// Begins a file; one that is there is replaced.
    RowSink open(Path file) throws IOException;
}
