package lathe.views.desk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lathe.engine.data.ChosenFiles;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.ProjectSettings;
import lathe.engine.track.ReadingChoice;
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
    private final Map<Path, Thread> closing = new HashMap<>();

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

    /// Opens a project folder, or makes a new project about a file or a folder of data.
    public void open(Path path) {
        open(Look.begun(path), "");
    }

    /// As the other, looked at already.
    public void open(Look look) {
        open(look, "");
    }

    /// As the other; several files make one table.
    public void open(List<Path> paths) {
        if (!paths.isEmpty()) {
            open(Look.at(paths));
        }
    }

    /// As the other; a new project begins with that target column.
    public void open(Path path, String target) {
        open(Look.begun(path), target);
    }

    /// Makes a new project about a table that was copied elsewhere.
    public void paste(String text) {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        var _ = work.run((cancel, progress) -> PastedTable.keep(text, projectsFolder, today), this::open, problems);
    }

    private void open(Look look, String target) {
        opening.set(true);
        Map<Path, Thread> ending = leave();
        var _ = work.run((cancel, progress) -> {
            awaitFree(look.path(), ending);
            return opened(look, target);
        }, opened -> {
            preferences.addRecent(opened.folder().root());
            project.set(new OpenProject(opened.folder(), work, problems, opened.looked()));
            opening.set(false);
        }, problem -> {
            opening.set(false);
            problems.accept(problem);
        });
    }

    /// A project's folder, and what was seen of its data if it was just made.
    private record Opened(ProjectFolder folder, @Nullable DataFile looked) { }

    private Opened opened(Look look, String target) throws InterruptedException {
        Path file = look.path().toAbsolutePath().normalize();
        if (ProjectFolder.exists(file)) {
            return new Opened(ProjectFolder.open(file), null);
        }
        Path parent = file.getParent();
        if (parent != null && file.endsWith(ProjectFolder.SETTINGS_FILE)) {
            return new Opened(ProjectFolder.open(parent), null);
        }
        ChosenFiles chosen = look.chosen();
        Path root = ProjectFolder.freshPath(projectsFolder, chosen.path());
        ProjectFolder.Draft draft = ProjectFolder.draft(ProjectSettings.EMPTY.withSource(ProjectFolder.relativeSource(root, chosen.path()))
                .withReading(ReadingChoice.NONE.withFiles(chosen.files())).withTarget(target));
        DataFile looked = look.data();
        return new Opened(draft.create(root), looked);
    }

    // A run under way ends beside the window; until then its folder is not free.
    private Map<Path, Thread> leave() {
        OpenProject open = project.get();
        if (open != null) {
            project.set(null);
            closing.put(open.folder().root(), open.beginClosing());
        }
        closing.values().removeIf(thread -> !thread.isAlive());
        return Map.copyOf(closing);
    }

    private static void awaitFree(Path path, Map<Path, Thread> ending) throws InterruptedException {
        for (Map.Entry<Path, Thread> each : ending.entrySet()) {
            if (path.toAbsolutePath().normalize().startsWith(each.getKey())) {
                each.getValue().join();
            }
        }
    }

    /// Closes the open project, if there is one, and waits until all that was edited and trained is on disk.
    @Override
    public void close() {
        try {
            for (Thread each : leave().values()) {
                each.join();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whether a project of that folder still has its data.
    public static boolean isReadable(Path folder) {
        return Files.isReadable(folder.resolve(ProjectFolder.SETTINGS_FILE));
    }
}
