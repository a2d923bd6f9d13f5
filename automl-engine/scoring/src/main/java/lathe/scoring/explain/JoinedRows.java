package lathe.scoring.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lathe.scoring.Column;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;

/// Puts rows of two tables below each other; both have the same schema.
final class JoinedRows {

    private JoinedRows() { }

    static Table of(Table above, Table below) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < above.columns().size(); i++) {
            columns.add(join(above.columns().get(i), below.columns().get(i)));
        }
        return new Table(above.schema(), columns);
    }

    private static Column join(Column above, Column below) {
        if (above instanceof NumberColumn first && below instanceof NumberColumn second) {
            double[] values = Arrays.copyOf(first.values(), first.rows() + second.rows());
            System.arraycopy(second.values(), 0, values, first.rows(), second.rows());
            return new NumberColumn(values);
        }
        if (above instanceof StringColumn first && below instanceof StringColumn second) {
            Map<String, Integer> index = new HashMap<>();
            int[] codes = new int[first.rows() + second.rows()];
            fill(codes, 0, first, index);
            fill(codes, first.rows(), second, index);
            String[] levels = new String[index.size()];
            index.forEach((text, code) -> levels[code] = text);
            return new StringColumn(codes, List.of(levels));
        }
        throw new IllegalArgumentException("columns to join must be of one kind");
    }

    // Only texts that occur: a chunk of a file may drag along a dictionary of thousands.
    private static void fill(int[] codes, int from, StringColumn column, Map<String, Integer> index) {
        int[] known = new int[column.levels().size()];
        Arrays.fill(known, -1);
        for (int row = 0; row < column.rows(); row++) {
            int code = column.code(row);
            if (code >= 0 && known[code] < 0) {
                known[code] = index.computeIfAbsent(column.levels().get(code), text -> index.size());
            }
            codes[from + row] = code < 0 ? -1 : known[code];
        }
    }
}
