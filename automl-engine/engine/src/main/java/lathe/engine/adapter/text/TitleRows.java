package lathe.engine.adapter.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lathe.engine.adapter.text.AheadRecords.Row;
import lathe.engine.data.UnitsRow;

/// Titles, stamps and group headings above the column names. The names are the first row as wide as the table, nearly all
/// cells filled, with distinct texts; but only where the first row of the file is too empty to be the names.
final class TitleRows {

    private static final double NEARLY_ALL = 0.8;
    private static final int SEARCHED = 40;

    private TitleRows() {
    }

    /// Index of the row of names among the first rows of a file.
    static int header(List<Row> rows) {
        int width = width(rows);
        if (rows.isEmpty() || width < 2 || filled(rows.getFirst().cells()) > Math.max(1, width / 2)) {
            return 0;
        }
        for (int i = 1; i < Math.min(SEARCHED, rows.size() - 1); i++) {
            List<String> cells = rows.get(i).cells();
            if (cells.size() == width && areNames(cells) && (width > 2 || numbersBelow(rows.subList(i + 1, rows.size())))) {
                return i;
            }
        }
        return 0;
    }

    /// The commonest number of cells of more than one, if at least half of the rows have it from the first such row on; otherwise
    /// one: a mark within some texts of a single column makes no columns.
    static int width(List<Row> rows) {
        Map<Integer, Integer> counts = new HashMap<>();
        int best = 1;
        for (Row row : rows) {
            int cells = row.cells().size();
            int count = cells < 2 ? 0 : counts.merge(cells, 1, Integer::sum);
            best = count > counts.getOrDefault(best, 0) ? cells : best;
        }
        return 2 * counts.getOrDefault(best, 0) >= rows.size() - first(best, rows) ? best : 1;
    }

    private static int first(int width, List<Row> rows) {
        int first = 0;
        while (first < rows.size() && rows.get(first).cells().size() != width) {
            first++;
        }
        return first;
    }

    /// Whether cells read like the names of columns: filled, distinct, and mostly neither numbers nor dates.
    static boolean areNames(List<String> cells) {
        List<String> names = new ArrayList<>();
        int words = 0;
        for (String cell : cells) {
            if (!cell.isBlank()) {
                names.add(cell.strip());
                words += beginsLikeValue(cell) ? 0 : 1;
            }
        }
        Set<String> distinct = new HashSet<>(names);
        return names.size() >= NEARLY_ALL * cells.size() && distinct.size() == names.size() && 2 * words > names.size();
    }

    // Numbers and nearly all dates begin with a digit.
    private static boolean beginsLikeValue(String cell) {
        char first = cell.strip().charAt(0);
        return first >= '0' && first <= '9' || UnitsRow.isNumber(cell);
    }

    private static boolean numbersBelow(List<Row> below) {
        long numbers = below.stream().limit(UnitsRow.LOOKED_AT).filter(row -> row.cells().stream().anyMatch(UnitsRow::isNumber)).count();
        return 2 * numbers > Math.min(UnitsRow.LOOKED_AT, below.size());
    }

    private static int filled(List<String> cells) {
        return (int) cells.stream().filter(cell -> !cell.isBlank()).count();
    }
}
