package lathe.engine.profile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import lathe.scoring.Field;
import lathe.scoring.Table;

/// What is kept of a table to compare later ones with.
///
/// @param rows    rows it had
/// @param columns by name, in their order
public record TableSketch(int rows, Map<String, ColumnSketch> columns) {

    private static final int LEVELS = 30;

    public TableSketch {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /// With the commonest levels, small enough for a file.
    public static TableSketch of(Table table) {
        return of(table, LEVELS);
    }

    static TableSketch of(Table table, int mostLevels) {
        Map<String, ColumnSketch> columns = new LinkedHashMap<>();
        for (Field field : table.schema().fields()) {
            columns.put(field.name(), ColumnSketch.of(field.type(), table.column(field.name()), mostLevels));
        }
        return new TableSketch(table.rows(), columns);
    }
}
