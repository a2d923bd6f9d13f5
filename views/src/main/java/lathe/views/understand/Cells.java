package lathe.views.understand;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;

/// Single cells of a table as canonical text: a number as Java writes it, empty for missing.
final class Cells {

    private Cells() { }

    static String text(Table table, int row, String column) {
        return text(table.column(column), row);
    }

    static String text(Column column, int row) {
        return switch (column) {
            case NumberColumn numbers -> numbers.isMissing(row) ? "" : Double.toString(numbers.value(row));
            case StringColumn texts -> texts.text(row);
        };
    }

    /// The same for texts that differ in letter case and blanks at the ends only.
    static String spelling(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    static double number(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    /// A table of one row: that of another table with some cells changed.
    static Table changed(Table table, int row, Map<String, String> changes) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            Field field = table.schema().field(i);
            String change = changes.get(field.name());
            if (change == null) {
                columns.add(table.columns().get(i).select(new int[] {row}));
            } else if (field.type().isNumber()) {
                columns.add(new NumberColumn(new double[] {number(change)}));
            } else {
                columns.add(StringColumn.of(List.of(change)));
            }
        }
        return new Table(table.schema(), columns);
    }
}
