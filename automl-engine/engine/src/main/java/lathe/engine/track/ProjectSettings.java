package lathe.engine.track;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lathe.scoring.Task;

/// What `project.yaml` holds. Whatever is left empty is decided by Lathe.
///
/// @param name    of the project
/// @param brief   what the model is for, in the user's words
/// @param source  path of the data, relative to the project folder, with `/`; may lead outside it
/// @param target  column to predict
/// @param task    `binary`, `multiclass` or `regression`
/// @param search  how to search
/// @param reading how to read the source
/// @param columns decisions about columns, by name, sorted
public record ProjectSettings(String name, String brief, String source, String target, String task,
                              SearchSettings search, ReadingChoice reading, Map<String, ColumnChoice> columns) {

    /// Nothing decided.
    public static final ProjectSettings EMPTY = new ProjectSettings("", "", "", "", "", SearchSettings.DEFAULTS,
            ReadingChoice.NONE, Map.of());

    /// @throws IllegalArgumentException if the task is unknown
    public ProjectSettings {
        columns = Collections.unmodifiableMap(new TreeMap<>(columns));
        if (!task.isEmpty() && find(task).isEmpty()) {
            throw new IllegalArgumentException("task must be binary, multiclass or regression, was '%s'".formatted(task));
        }
    }

    private static Optional<Task> find(String text) {
        for (Task each : Task.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(text)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    public Optional<Task> chosenTask() {
        return find(task);
    }
}
