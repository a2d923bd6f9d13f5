package lathe.engine.export;

import java.io.IOException;
import java.util.List;

/// Takes the rows of a table one by one. Closing it completes the file, or gives up a file that is written in one piece at its
/// end and was not completed.
public interface RowSink extends AutoCloseable {

    /// @param cells as many in every row; the first row holds the names
    /// @throws lathe.scoring.ProblemException if the format cannot hold the row
    void row(List<OutputCell> cells) throws IOException;

    /// There are no more rows.
    default void complete() throws IOException { }

    @Override
    void close() throws IOException;
}
