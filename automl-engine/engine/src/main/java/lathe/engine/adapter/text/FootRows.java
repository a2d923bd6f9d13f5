package lathe.engine.adapter.text;

import java.util.List;
import lathe.engine.adapter.text.AheadRecords.Row;
import lathe.engine.data.SumWords;
import lathe.engine.data.UnitsRow;

/// Rows under a table that are no data: sums, remarks below a blank line, rows of empty cells.
final class FootRows {

    static final int LONGEST = 20;

    private FootRows() {
    }

    /// Whether such rows may begin here; cheap, and false for nearly every row.
    static boolean mayBegin(List<String> cells, int width, boolean afterBlank) {
        return cells.size() != width || SumWords.is(cells.getFirst())
                || cells.getLast().isEmpty() && (isEmpty(cells) || afterBlank && isRemark(cells, width));
    }

    /// Whether all rows from here to the end of the file are such rows.
    static boolean are(Row first, List<Row> rest, int width) {
        boolean blank = first.afterBlank();
        boolean sure = SumWords.is(first.cells().getFirst()) || isEmpty(first.cells()) || blank && isRemark(first.cells(), width);
        return sure && rest.stream().allMatch(row -> SumWords.is(row.cells().getFirst()) || isEmpty(row.cells())
                || isRemark(row.cells(), width));
    }

    private static boolean isEmpty(List<String> cells) {
        return cells.stream().allMatch(String::isBlank);
    }

    private static boolean isRemark(List<String> cells, int width) {
        int filled = 0;
        int texts = 0;
        for (String cell : cells) {
            filled += cell.isBlank() ? 0 : 1;
            texts += cell.isBlank() || UnitsRow.isNumber(cell) ? 0 : 1;
        }
        // A remark may hold the separator itself, but then it is no row of the table's width.
        return width >= 3 && filled == texts && filled <= (cells.size() == width ? Math.max(1, width / 4) : width / 2);
    }
}
