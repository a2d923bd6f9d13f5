package lathe.engine.export;

import java.io.IOException;
import java.util.List;

/// Takes the rows of a table one by one. Closing it completes the file.
public interface RowSink extends AutoCloseable {

    /// @param cells as many in every row; the first row holds the names
    /// @throws lathe.scoring.ProblemException if the format cannot hold the row
    void row(List<OutputCell> cells) throws IOException;

    @Override
    void close() throws IOException;
}
