package lathe.engine.adapter.excel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lathe.engine.data.ReadWatch;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;

/// First pass over a sheet: its first and last rows, how full its columns are, and its merged cells (which a workbook
/// lists behind the rows, so a streaming reader meets them too late). Where the head of the sheet is enough, a long one is left
/// after its first rows.
///
/// Once the first rows show where the table stands, those that follow are gathered, so that a long sheet need not be gone over again.
final class SheetSurvey {

    private static final int FIRST_ROWS = 60;
    private static final int LAST_ROWS = 30;
    /// Sheets shorter than this are surveyed whole, so that their foot is found in a preview too.
    static final int HEAD_ROWS = 300;

    /// A row that is not empty.
    ///
    /// @param index row index from 0
    /// @param cells filled cells by column index
    record SurveyedRow(int index, TreeMap<Integer, SheetCell> cells) { }

    private final String name;
    private final CellReading reading = new CellReading(Optional.empty());
    private final List<SurveyedRow> first = new ArrayList<>();
    private final Deque<SurveyedRow> last = new ArrayDeque<>();
    private final TreeMap<Integer, Integer> filled = new TreeMap<>();
    private List<CellRangeAddress> merged = List.of();
    private boolean whole;
    private Optional<RowGathering> gathering = Optional.empty();
    private int rows;
    private int withoutValue;

    private SheetSurvey(String name) {
        this.name = name;
    }

    private void survey(Sheet sheet, int wantedHeader, boolean cut, ReadWatch watch) {
        long most = watch.isHead() ? (long) watch.wantedRows() + Math.max(HEAD_ROWS, wantedHeader) : Long.MAX_VALUE;
        Iterator<Row> all = sheet.iterator();
        int met = -1;
        while (rows < most && all.hasNext()) {
            watch.row();
            Row row = all.next();
            met = row.getRowNum();
            survey(row, wantedHeader, !watch.isHead());
        }
        whole = rows < most && !(cut && met == WorkbookHead.CUT);
        merged = whole ? List.copyOf(sheet.getMergedRegions()) : List.of();
        rows = whole ? rows : Math.max(rows, sheet.getLastRowNum());
    }

    private void survey(Row row, int wantedHeader, boolean gathers) {
        TreeMap<Integer, SheetCell> cells = new TreeMap<>();
        for (Cell cell : row) {
            SheetCell read = reading.read(cell);
            if (read.isFilled()) {
                cells.put(cell.getColumnIndex(), read);
                filled.merge(cell.getColumnIndex(), 1, Integer::sum);
                withoutValue += read.state() == SheetCell.State.FORMULA_WITHOUT_VALUE ? 1 : 0;
            }
        }
        if (!cells.isEmpty()) {
            keep(new SurveyedRow(row.getRowNum(), cells), wantedHeader, gathers);
        }
    }

    /// @param wantedHeader row of the header given by the user, from 1; 0 for none
    /// @param cut          whether rows may have been cut off, as [WorkbookHead] does
    static SheetSurvey of(Sheet sheet, int wantedHeader, boolean cut, ReadWatch watch) {
        SheetSurvey survey = new SheetSurvey(sheet.getSheetName());
        survey.survey(sheet, wantedHeader, cut, watch);
        return survey;
    }

    private void keep(SurveyedRow row, int wantedHeader, boolean gathers) {
        rows++;
        if (first.size() < FIRST_ROWS || row.index() == wantedHeader - 1) {
            first.add(row);
        }
        last.addLast(row);
        if (last.size() > LAST_ROWS) {
            SurveyedRow passed = last.removeFirst();
            gathering.ifPresent(rowsSoFar -> rowsSoFar.add(passed));
        }
        if (gathers && rows == FIRST_ROWS) {
            gathering = SheetLayout.of(this, wantedHeader).map(RowGathering::new);
            gathering.ifPresent(begun -> first.subList(0, FIRST_ROWS - LAST_ROWS).forEach(begun::add));
        }
    }

    /// The rows of the table, where they were gathered on the way; empty if the sheet has to be gone over again.
    ///
    /// @param layout of this sheet
    Optional<SheetRows> gathered(SheetLayout layout) {
        return gathering.flatMap(rowsSoFar -> rowsSoFar.finish(layout, this));
    }

    String name() {
        return name;
    }

    /// The first rows that are not empty.
    List<SurveyedRow> first() {
        return first;
    }

    /// The last rows that are not empty.
    List<SurveyedRow> last() {
        return List.copyOf(last);
    }

    /// Number of rows that are not empty; what the sheet says of itself where it was not surveyed whole.
    int rows() {
        return rows;
    }

    /// Whether all rows were met. If not, the last rows and the merged cells are unknown.
    boolean isWhole() {
        return whole;
    }

    /// Number of filled cells by column index.
    Map<Integer, Integer> filled() {
        return filled;
    }

    List<CellRangeAddress> merged() {
        return merged;
    }

    /// Number of formulas without a stored value.
    int withoutValue() {
        return withoutValue;
    }
}
