package lathe.engine.label;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lathe.engine.data.RowKeys;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;

/// The rows of a table as it was read that lack a target, by the keys under which typed values are kept.
public final class LackingRows {

    private final Table table;
    private final String target;
    private final int[] rows;
    private final RowKeys keys;

    private LackingRows(Table table, String target, int[] rows) {
        this.table = table;
        this.target = target;
        this.rows = rows;
        this.keys = RowKeys.of(table, target, rows);
    }

    /// @param target a column of the table
    public static LackingRows of(Table table, String target) {
        Column column = table.column(target);
        return new LackingRows(table, target, IntStream.range(0, table.rows()).filter(column::isMissing).toArray());
    }

    /// A table with typed values in it.
    ///
    /// @param typed how many were put in
    /// @param gone  how many belong to rows that are not there, or have a target by now
    /// @param unfit how many are no value of the column's type
    public record Filled(Table table, int typed, int gone, int unfit) { }

    public int size() {
        return rows.length;
    }

    /// Its place in the table.
    ///
    /// @param place among the rows that lack a target, from 0
    public int row(int place) {
        return rows[place];
    }

    public String key(int place) {
        return keys.key(place);
    }

    /// @param typed values by key
    public Filled fill(Map<String, String> typed) {
        Map<Integer, String> values = new HashMap<>();
        int found = 0;
        for (int place = 0; place < rows.length; place++) {
            String value = typed.get(keys.key(place));
            if (value != null) {
                found++;
                if (Answers.fits(field().type(), value)) {
                    values.put(rows[place], value);
                }
            }
        }
        return new Filled(values.isEmpty() ? table : filled(values), values.size(), typed.size() - found, found - values.size());
    }

    private Field field() {
        return table.schema().field(target);
    }

    private Table filled(Map<Integer, String> values) {
        List<Column> columns = new ArrayList<>(table.columns());
        columns.set(table.schema().indexOf(target), switch (table.column(target)) {
            case NumberColumn numbers -> {
                double[] filled = numbers.values().clone();
                values.forEach((row, value) -> filled[row] = Answers.number(value));
                yield new NumberColumn(filled);
            }
            case StringColumn texts -> filled(texts, values);
        });
        return new Table(table.schema(), columns);
    }

    private static StringColumn filled(StringColumn texts, Map<Integer, String> values) {
        List<String> levels = new ArrayList<>(texts.levels());
        Map<String, Integer> index = new HashMap<>();
        levels.forEach(level -> index.put(level, index.size()));
        int[] codes = texts.codes().clone();
        values.forEach((row, value) -> {
            Integer code = index.get(value);
            if (code == null) {
                code = levels.size();
                index.put(value, code);
                levels.add(value);
            }
            codes[row] = code;
        });
        return new StringColumn(codes, levels);
    }

    /// Whether values of such a column can be typed.
    public static boolean takes(FieldType type) {
        return type != FieldType.LIST;
    }
}
