package lathe.views.desk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.ProjectSettings;
import lathe.scoring.Problem;
import lathe.views.work.Work;
import org.jspecify.annotations.Nullable;

/// Which project is open, and how another one is opened. For the window's thread.
public final class Session implements AutoCloseable {

    private final Work work;
    private final Preferences preferences;
    private final Path projectsFolder;
    private final Consumer<Problem> problems;
    private final ReadOnlyObjectWrapper<@Nullable OpenProject> project = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper();

    /// @param projectsFolder where projects about a file are made
    /// @param problems       hears what could not be opened or saved
    public Session(Work work, Preferences preferences, Path projectsFolder, Consumer<Problem> problems) {
        this.work = work;
        this.preferences = preferences;
        this.projectsFolder = projectsFolder;
        this.problems = problems;
    }

    public ReadOnlyObjectProperty<@Nullable OpenProject> projectProperty() {
        return project.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty openingProperty() {
        return opening.getReadOnlyProperty();
    }

    /// Opens a project folder, or makes a new project about a file of data.
    public void open(Path path) {
        open(path, "");
    }

    /// As the other; a new project begins with that target column.
    public void open(Path path, String target) {
        opening.set(true);
        close();
        var _ = work.run((cancel, progress) -> folder(path, target), folder -> {
            opening.set(false);
            preferences.addRecent(folder.root());
            project.set(new OpenProject(folder, work, problems));
        }, problem -> {
            opening.set(false);
            problems.accept(problem);
        });
    }

    private ProjectFolder folder(Path path, String target) {
        Path file = path.toAbsolutePath().normalize();
        if (ProjectFolder.exists(file)) {
            return ProjectFolder.open(file);
        }
        Path parent = file.getParent();
        if (parent != null && file.endsWith(ProjectFolder.SETTINGS_FILE)) {
            return ProjectFolder.open(parent);
        }
        DataFile.requireTable(file);
        Path root = ProjectFolder.freshPath(projectsFolder, file);
        ProjectSettings settings = ProjectSettings.EMPTY.withSource(ProjectFolder.relativeSource(root, file))
                .withTarget(target);
        return ProjectFolder.create(root, settings);
    }

    /// Closes the open project, if there is one; what was edited is on disk.
    @Override
    public void close() {
        OpenProject open = project.get();
        if (open != null) {
            project.set(null);
            open.close();
        }
    }

    /// Whether a project of that folder still has its data.
    public static boolean isReadable(Path folder) {
        return Files.isReadable(folder.resolve(ProjectFolder.SETTINGS_FILE));
    }
}
