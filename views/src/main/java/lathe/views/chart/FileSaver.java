package lathe.views.chart;

import java.nio.file.Path;
import java.util.Optional;

/// Asks the user where to save. The window hands in the system's dialog, a test an answer.
@FunctionalInterface
public interface FileSaver {

    /// Called on the window's thread.
    ///
    /// @param suggestedName file name to begin with
    /// @param ending        without a dot, such as `png`
    /// @return nothing if the user thought better of it
    Optional<Path> ask(String title, String suggestedName, String ending);
}
