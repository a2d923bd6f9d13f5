package lathe.engine.track;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import lathe.engine.learn.Monotone;
import lathe.scoring.Fingerprint;
import lathe.scoring.Role;
import lathe.scoring.Task;

/// Everything that decides how a run goes; equal specs on the same version give equal models when no deadline cuts in.
///
/// @param id          name of the run's folder: lower-case letters, digits and hyphens, at most 64
/// @param source      path of the data, relative to the project folder, with `/`; may lead outside it
/// @param fingerprint of the data as read
/// @param rows        rows of the data
/// @param target      column predicted
/// @param task        kind of answer
/// @param search      with metric, positive class and threads decided
/// @param reading     how the source was to be read
/// @param columns     what was decided about columns, by name, sorted
/// @param table       columns derived from others, and which rows were learnt from
public record RunSpec(String id, String source, Fingerprint fingerprint, int rows, String target, Task task,
                      SearchSettings search, ReadingChoice reading, Map<String, ColumnChoice> columns, TableChoice table) {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    /// @throws IllegalArgumentException if the id cannot be a folder name or the target is blank
    public RunSpec {
        columns = Collections.unmodifiableMap(new TreeMap<>(columns));
        requireId(id);
        if (target.isBlank()) {
            throw new IllegalArgumentException("a run needs a target");
        }
    }

    /// With the table as it was read.
    public RunSpec(String id, String source, Fingerprint fingerprint, int rows, String target, Task task, SearchSettings search,
                   ReadingChoice reading, Map<String, ColumnChoice> columns) {
        this(id, source, fingerprint, rows, target, task, search, reading, columns, TableChoice.NONE);
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    static String requireId(String id) {
        if (!isId(id)) {
            throw new IllegalArgumentException(
                    "a run's id must be lower-case letters, digits and hyphens, at most 64, was '%s'".formatted(id));
        }
        return id;
    }

    /// Which way the answer may go, by column, where something was asked; sorted.
    public Map<String, Monotone> directions() {
        return directions(columns);
    }

    /// As [#directions] of a project's choices.
    public static Map<String, Monotone> directions(Map<String, ColumnChoice> columns) {
        Map<String, Monotone> directions = new TreeMap<>();
        columns.forEach((name, choice) -> choice.direction().ifPresent(direction -> directions.put(name, direction)));
        return directions;
    }

    /// Names of the columns left out by choice.
    public List<String> dropped() {
        return named(Role.IGNORED);
    }

    /// Name of the column that says how much rows count; none if all count the same.
    public Optional<String> weight() {
        return named(Role.WEIGHT).stream().findFirst();
    }

    private List<String> named(Role role) {
        return columns.entrySet().stream().filter(entry -> entry.getValue().chosenRole().filter(role::equals).isPresent())
                .map(Map.Entry::getKey).toList();
    }
}
