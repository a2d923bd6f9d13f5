package lathe.engine.data;

import java.util.List;

/// An opened file, read forward once. Its column names are known from the start.
public interface RawSource extends AutoCloseable {

    List<String> names();

    /// The next rows, at most `maxRows`; a table without rows at the end.
    ///
    /// @throws lathe.scoring.ProblemException if the file breaks its format; the message names the line
    RawTable next(int maxRows);

    /// Rows there are, where the file says so before they are read; otherwise -1.
    default long rowsThere() {
        return -1;
    }

    /// What was decided so far; complete once [#next] has returned a table without rows.
    ImportReport report();

    @Override
    void close();
}
