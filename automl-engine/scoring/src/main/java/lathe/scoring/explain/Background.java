package lathe.scoring.explain;

import java.util.ArrayList;
import java.util.List;
import lathe.scoring.Column;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.scoring.pack.GoldenRows;

/// Usual rows to explain others against: the golden rows of a package, without what was spoilt in them on purpose.
///
/// A text that no training row has gives way to the next one of its column. So do the first missing cells, as many as
/// were emptied; what is missing beyond them was missing in the data.
final class Background {

    private static final int EMPTIED = 3;

    private Background() { }

    static Table of(GoldenRows golden) {
        Table rows = golden.rows();
        List<Column> columns = new ArrayList<>();
        rows.columns().forEach(column -> columns.add(column.select(mended(column))));
        return new Table(rows.schema(), columns);
    }

    // For each row the row whose cell it takes: its own, or the next one with a sound cell.
    private static int[] mended(Column column) {
        int[] from = new int[column.rows()];
        int emptied = 0;
        for (int row = 0; row < from.length; row++) {
            boolean spoilt = isUnseen(column, row) || column.isMissing(row) && emptied++ < EMPTIED;
            from[row] = spoilt ? nextSound(column, row) : row;
        }
        return from;
    }

    private static int nextSound(Column column, int row) {
        for (int step = 1; step < column.rows(); step++) {
            int other = (row + step) % column.rows();
            if (!column.isMissing(other) && !isUnseen(column, other)) {
                return other;
            }
        }
        return row;
    }

    private static boolean isUnseen(Column column, int row) {
        return switch (column) {
            case NumberColumn _ -> false;
            case StringColumn strings -> strings.text(row).equals(GoldenRows.UNSEEN);
        };
    }
}
