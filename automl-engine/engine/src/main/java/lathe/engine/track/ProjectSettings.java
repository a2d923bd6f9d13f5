package lathe.engine.track;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lathe.engine.data.ColumnRule;
import lathe.engine.data.Contract;
import lathe.engine.profile.Thresholds;
import lathe.scoring.Role;
import lathe.scoring.Task;

/// What `project.yaml` holds. Whatever is left empty is decided by Lathe.
///
/// @param name    of the project
/// @param brief   what the model is for, in the user's words
/// @param source  path of the data, relative to the project folder, with `/`; may lead outside it; empty if not chosen yet
/// @param target  column to predict; empty if not chosen yet
/// @param task    `binary`, `multiclass` or `regression`
/// @param search  how to search
/// @param reading how to read the source
/// @param columns decisions about columns, by name, sorted
/// @param contract what the data must be, by column, sorted; see [Contract]
/// @param table   columns derived from others, and which rows to learn from
/// @param limits  from where on something about the data is told of
/// @param dictionary what the columns mean
public record ProjectSettings(String name, Brief brief, String source, String target, String task,
                              SearchSettings search, ReadingChoice reading, Map<String, ColumnChoice> columns,
                              Map<String, ColumnRule> contract, TableChoice table, Thresholds limits,
                              ColumnDictionary dictionary) {

    /// Nothing decided.
    public static final ProjectSettings EMPTY = new ProjectSettings("", Brief.EMPTY, "", "", "", SearchSettings.DEFAULTS,
            ReadingChoice.NONE, Map.of());

    /// @throws IllegalArgumentException if the task is unknown
    public ProjectSettings {
        columns = Collections.unmodifiableMap(new TreeMap<>(columns));
        contract = Collections.unmodifiableMap(new TreeMap<>(contract));
        if (!task.isEmpty() && find(task).isEmpty()) {
            throw new IllegalArgumentException("task must be binary, multiclass or regression, was '%s'".formatted(task));
        }
    }

    /// Without a contract and a dictionary, with the table as it is read and the usual limits.
    public ProjectSettings(String name, Brief brief, String source, String target, String task, SearchSettings search,
                           ReadingChoice reading, Map<String, ColumnChoice> columns) {
        this(name, brief, source, target, task, search, reading, columns, Map.of(), TableChoice.NONE, Thresholds.USUAL,
                ColumnDictionary.EMPTY);
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

    /// What is decided about a column; nothing if it is not named.
    public ColumnChoice column(String column) {
        return columns.getOrDefault(column, ColumnChoice.NONE);
    }

    /// Name of the first column whose role is weight.
    public Optional<String> weight() {
        return columns.entrySet().stream().filter(entry -> entry.getValue().chosenRole().equals(Optional.of(Role.WEIGHT)))
                .map(Map.Entry::getKey).findFirst();
    }

    public ProjectSettings withName(String newName) {
        return new ProjectSettings(newName, brief, source, target, task, search, reading, columns, contract, table, limits, dictionary);
    }

    public ProjectSettings withBrief(Brief newBrief) {
        return new ProjectSettings(name, newBrief, source, target, task, search, reading, columns, contract, table, limits, dictionary);
    }

    /// @param newSource as [ProjectFolder#relativeSource] gives it
    public ProjectSettings withSource(String newSource) {
        return new ProjectSettings(name, brief, newSource, target, task, search, reading, columns, contract, table, limits, dictionary);
    }

    public ProjectSettings withTarget(String column) {
        return new ProjectSettings(name, brief, source, column, task, search, reading, columns, contract, table, limits, dictionary);
    }

    /// @param newTask `binary`, `multiclass`, `regression`, or empty to find it
    public ProjectSettings withTask(String newTask) {
        return new ProjectSettings(name, brief, source, target, newTask, search, reading, columns, contract, table, limits, dictionary);
    }

    public ProjectSettings withSearch(SearchSettings newSearch) {
        return new ProjectSettings(name, brief, source, target, task, newSearch, reading, columns, contract, table, limits, dictionary);
    }

    public ProjectSettings withReading(ReadingChoice newReading) {
        return new ProjectSettings(name, brief, source, target, task, search, newReading, columns, contract, table, limits, dictionary);
    }

    public ProjectSettings withColumns(Map<String, ColumnChoice> newColumns) {
        return new ProjectSettings(name, brief, source, target, task, search, reading, newColumns, contract, table, limits, dictionary);
    }

    /// @param choice [ColumnChoice#NONE] takes the column out of the settings
    public ProjectSettings withColumn(String column, ColumnChoice choice) {
        Map<String, ColumnChoice> changed = new TreeMap<>(columns);
        if (choice.equals(ColumnChoice.NONE)) {
            changed.remove(column);
        } else {
            changed.put(column, choice);
        }
        return withColumns(changed);
    }

    /// @param rules by column
    public ProjectSettings withContract(Map<String, ColumnRule> rules) {
        return new ProjectSettings(name, brief, source, target, task, search, reading, columns, rules, table, limits, dictionary);
    }

    public ProjectSettings withTable(TableChoice newTable) {
        return new ProjectSettings(name, brief, source, target, task, search, reading, columns, contract, newTable, limits, dictionary);
    }

    public ProjectSettings withLimits(Thresholds newLimits) {
        return new ProjectSettings(name, brief, source, target, task, search, reading, columns, contract, table, newLimits, dictionary);
    }

    public ProjectSettings withDictionary(ColumnDictionary newDictionary) {
        return new ProjectSettings(name, brief, source, target, task, search, reading, columns, contract, table, limits, newDictionary);
    }
}
