package lathe.views.frame;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import lathe.views.desk.FilePicker;
import org.jspecify.annotations.Nullable;

/// The system's own dialogs.
final class SystemPicker implements FilePicker {

    private final Window owner;

    SystemPicker(Window owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> open(String title, List<String> endings) {
        FileChooser chooser = chooser(title, endings);
        return path(chooser.showOpenDialog(owner));
    }

    @Override
    public List<Path> openSeveral(String title, List<String> endings) {
        List<File> chosen = chooser(title, endings).showOpenMultipleDialog(owner);
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> save(String title, String suggestion, String ending) {
        FileChooser chooser = chooser(title, List.of(ending));
        chooser.setInitialFileName(suggestion);
        return path(chooser.showSaveDialog(owner));
    }

    @Override
    public Optional<Path> folder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return path(chooser.showDialog(owner));
    }

    private static FileChooser chooser(String title, List<String> endings) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        if (!endings.isEmpty()) {
            List<String> patterns = endings.stream().map(ending -> "*." + ending).toList();
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(String.join(" ", patterns), patterns));
        }
        return chooser;
    }

    private static Optional<Path> path(@Nullable File file) {
        return file == null ? Optional.empty() : Optional.of(file.toPath());
    }
}
