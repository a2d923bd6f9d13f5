package lathe.scoring;

import java.util.ArrayList;
import java.util.List;

/// Immutable columns of equal length with their schema. Number fields have a [NumberColumn], all others a [StringColumn].
///
/// @param schema  one field for each column, same order
/// @param columns values, same order
public record Table(Schema schema, List<Column> columns) {

    /// Between the items of a list field: U+001F, the unit separator.
    public static final String LIST_SEPARATOR = "\u001F";

    /// @throws IllegalArgumentException if counts, lengths or kinds do not agree
    public Table {
        columns = List.copyOf(columns);
        if (schema.size() != columns.size()) {
            throw new IllegalArgumentException("a table needs a column for each field, had %d fields and %d columns"
                    .formatted(schema.size(), columns.size()));
        }
        for (int i = 0; i < columns.size(); i++) {
            check(schema.field(i), columns.get(i), columns.getFirst().rows());
        }
    }

    private static void check(Field field, Column column, int rows) {
        if (column.rows() != rows) {
            throw new IllegalArgumentException("columns must have equal length, '%s' has %d rows, the first has %d"
                    .formatted(field.name(), column.rows(), rows));
        }
        if (field.type().isNumber() != (column instanceof NumberColumn)) {
            throw new IllegalArgumentException("field '%s' of type %s has the wrong kind of column"
                    .formatted(field.name(), field.type()));
        }
    }

    /// Number of rows; 0 for a table without columns.
    public int rows() {
        return columns.isEmpty() ? 0 : columns.getFirst().rows();
    }

    public Column column(String name) {
        return columns.get(schema.indexOf(name));
    }

    /// @throws IllegalArgumentException if the field is not a number
    public NumberColumn numbers(String name) {
        if (column(name) instanceof NumberColumn numbers) {
            return numbers;
        }
        throw new IllegalArgumentException("field '%s' is not a number".formatted(name));
    }

    /// @throws IllegalArgumentException if the field is a number
    public StringColumn strings(String name) {
        if (column(name) instanceof StringColumn strings) {
            return strings;
        }
        throw new IllegalArgumentException("field '%s' is a number".formatted(name));
    }

    /// The rows named, in the order named.
    public Table select(int[] rowIndices) {
        List<Column> selected = new ArrayList<>();
        for (Column column : columns) {
            selected.add(column.select(rowIndices));
        }
        return new Table(schema, selected);
    }

    /// The fields of another schema, matched by name; this table must have them all with the same kind of column.
    public Table project(Schema wanted) {
        List<Column> projected = new ArrayList<>();
        for (Field field : wanted.fields()) {
            projected.add(column(field.name()));
        }
        return new Table(wanted, projected);
    }
}
