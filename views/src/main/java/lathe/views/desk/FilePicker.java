package lathe.views.desk;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks the user for files. A test answers instead of the system's dialog.
public interface FilePicker {

    /// @param endings offered, such as `csv`; empty for all
    Optional<Path> open(String title, List<String> endings);

    /// As [#open], for several files at once.
    ///
    /// @return none if nothing was chosen
    default List<Path> openSeveral(String title, List<String> endings) {
        return open(title, endings).map(List::of).orElse(List.of());
    }

    /// @param suggestion file name to begin with
    Optional<Path> save(String title, String suggestion, String ending);

    Optional<Path> folder(String title);
}
