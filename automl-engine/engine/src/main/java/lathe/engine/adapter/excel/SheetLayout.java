package lathe.engine.adapter.excel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import lathe.engine.adapter.excel.SheetSurvey.SurveyedRow;
import lathe.engine.data.CellKind;
import lathe.engine.data.SumWords;
import lathe.engine.data.UnitsRow;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;

/// Where the table stands in a sheet. The header is the first row whose cells are distinct names, about as many as the rows
/// below have cells; titles, stamps and merged group headings above it are passed over.
///
/// @param sheet     name of the sheet
/// @param headerRow row index of the names, from 0
/// @param columns   column index to name
/// @param lastRow   row index of the last row of data
/// @param rows      rows of data, blank ones not counted, as far as the survey can tell
/// @param cut       rows at the end that are no data
/// @param nameless  columns with values but without a name, as letters
/// @param units     unit by column index, if a row of units stands under the names
/// @param unitsRow  row index of these; -1 if there is none
record SheetLayout(String sheet, int headerRow, TreeMap<Integer, String> columns, int lastRow, int rows, int cut,
                   List<String> nameless, Map<Integer, String> units, int unitsRow) {

    private static final double MOST = 0.8;
    private static final int LONGEST_FOOT = 20;

    /// Empty if nothing in the sheet looks like a table.
    ///
    /// @param wantedHeader row given by the user, from 1; 0 for none
    static Optional<SheetLayout> of(SheetSurvey survey, int wantedHeader) {
        List<SurveyedRow> first = survey.first();
        for (int i = 0; i < first.size(); i++) {
            SurveyedRow row = first.get(i);
            TreeMap<Integer, SheetCell> names = withMerged(row, survey);
            boolean chosen = wantedHeader > 0 ? row.index() == wantedHeader - 1
                    : isHeader(names, first.subList(i + 1, first.size()));
            if (chosen) {
                return Optional.of(layout(survey, row.index(), i + 1, names));
            }
        }
        return Optional.empty();
    }

    /// Whether a row, from 0, is one of the table.
    boolean holds(int row) {
        return row > headerRow && row <= lastRow && row != unitsRow;
    }

    /// How much data there is; a single column counts little, because notes look like one.
    double size() {
        return (double) rows * columns.size() * (columns.size() == 1 ? 0.01 : 1);
    }

    private static TreeMap<Integer, SheetCell> withMerged(SurveyedRow row, SheetSurvey survey) {
        TreeMap<Integer, SheetCell> names = new TreeMap<>(row.cells());
        for (CellRangeAddress region : survey.merged()) {
            boolean reaches = region.getFirstRow() <= row.index() && row.index() <= region.getLastRow();
            if (!reaches || region.getLastColumn() - region.getFirstColumn() > 1000) {
                continue;
            }
            Optional<SheetCell> corner = survey.first().stream().filter(r -> r.index() == region.getFirstRow())
                    .flatMap(r -> Optional.ofNullable(r.cells().get(region.getFirstColumn())).stream()).findFirst();
            for (int column = region.getFirstColumn(); corner.isPresent() && column <= region.getLastColumn(); column++) {
                names.put(column, corner.get());
            }
        }
        return names;
    }

    private static boolean isHeader(TreeMap<Integer, SheetCell> names, List<SurveyedRow> below) {
        if (below.isEmpty()) {
            return false;
        }
        int texts = 0;
        Set<String> distinct = new HashSet<>();
        for (SheetCell cell : names.values()) {
            if (cell.kind() == CellKind.DATE || cell.text().isBlank()) {
                return false;
            }
            texts += cell.kind() == CellKind.TEXT ? 1 : 0;
            distinct.add(cell.text().strip());
        }
        List<Integer> widths = below.stream().limit(20).map(row -> row.cells().size()).sorted().toList();
        int usual = widths.get(widths.size() / 2);
        return distinct.size() == names.size() && texts * 2 > names.size() && names.size() >= MOST * usual
                && (names.size() > 1 || usual == 1);
    }

    private static SheetLayout layout(SheetSurvey survey, int headerRow, int passed, TreeMap<Integer, SheetCell> names) {
        TreeMap<Integer, String> columns = new TreeMap<>();
        names.forEach((column, cell) -> columns.put(column, cell.text().strip()));
        int foot = survey.isWhole() ? foot(survey.last(), headerRow, columns.size()) : 0;
        List<SurveyedRow> last = survey.last();
        List<SurveyedRow> cutRows = last.subList(last.size() - foot, last.size());
        List<String> nameless = new ArrayList<>();
        for (Map.Entry<Integer, Integer> entry : survey.filled().entrySet()) {
            int column = entry.getKey();
            long above = survey.first().stream().filter(row -> row.index() <= headerRow && row.cells().containsKey(column)).count();
            long cut = cutRows.stream().filter(row -> row.cells().containsKey(column)).count();
            if (!columns.containsKey(column) && entry.getValue() > above + cut) {
                nameless.add(CellReference.convertNumToColString(column));
            }
        }
        List<SurveyedRow> below = survey.first().stream().filter(row -> row.index() > headerRow).limit(1 + UnitsRow.LOOKED_AT).toList();
        Map<Integer, String> units = below.isEmpty() ? Map.of() : units(columns, below);
        int unitsRow = units.isEmpty() ? -1 : below.getFirst().index();
        int lastRow = !survey.isWhole() ? Integer.MAX_VALUE : foot < last.size() ? last.get(last.size() - 1 - foot).index() : headerRow;
        return new SheetLayout(survey.name(), headerRow, columns, lastRow, Math.max(0, survey.rows() - passed - foot - (unitsRow < 0 ? 0 : 1)), foot,
                nameless, units, unitsRow);
    }

    private static Map<Integer, String> units(TreeMap<Integer, String> columns, List<SurveyedRow> below) {
        List<Integer> indices = List.copyOf(columns.keySet());
        if (below.getFirst().cells().values().stream().anyMatch(cell -> cell.kind() != CellKind.TEXT)) {
            return Map.of();
        }
        List<List<String>> rows = below.stream().map(row -> indices.stream()
                .map(column -> row.cells().getOrDefault(column, SheetCell.EMPTY).text()).toList()).toList();
        Map<Integer, String> units = new TreeMap<>();
        UnitsRow.of(rows.getFirst(), rows.subList(1, rows.size())).forEach((place, unit) -> units.put(indices.get(place), unit));
        return units;
    }

    /// How many of the last rows are sums or footnotes. Few texts alone are a footnote only below a blank row.
    private static int foot(List<SurveyedRow> last, int headerRow, int width) {
        int tail = 0;
        while (tail < Math.min(LONGEST_FOOT, last.size() - 1)) {
            SurveyedRow row = last.get(last.size() - 1 - tail);
            if (row.index() <= headerRow + 1 || !isSum(row) && !isRemark(row, width)) {
                break;
            }
            tail++;
        }
        for (int foot = tail; foot > 0; foot--) {
            SurveyedRow top = last.get(last.size() - foot);
            boolean blankAbove = last.get(last.size() - foot - 1).index() < top.index() - 1;
            if (isSum(top) || blankAbove) {
                return foot;
            }
        }
        return 0;
    }

    private static boolean isSum(SurveyedRow row) {
        SheetCell leading = row.cells().firstEntry().getValue();
        return leading.kind() == CellKind.TEXT && SumWords.begins(leading.text());
    }

    private static boolean isRemark(SurveyedRow row, int width) {
        return width >= 3 && row.cells().size() <= Math.max(1, width / 4)
                && row.cells().values().stream().allMatch(cell -> cell.kind() == CellKind.TEXT);
    }
}
