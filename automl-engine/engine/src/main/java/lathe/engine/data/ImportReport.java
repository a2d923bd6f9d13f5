package lathe.engine.data;

import java.util.ArrayList;
import java.util.List;

/// What the import decided; each of it can be overridden by [ImportOptions]. Empty or 0 where the format has no such thing.
///
/// @param format      the reader's id
/// @param charset     name of the character set
/// @param separator   character between cells
/// @param headerRow   line (text) or row (workbook) of the header, from 1
/// @param sheet       the sheet read
/// @param sheets      all sheets there are
/// @param decimalMark `.` or `,` where the file shows one
/// @param notes       further decisions and findings
/// @param badCells    cells that could not be read as their column's type, at most [#MOST_BAD_CELLS]
public record ImportReport(String format, String charset, String separator, int headerRow, String sheet,
                           List<String> sheets, String decimalMark, List<ImportNote> notes, List<BadCell> badCells) {

    public static final int MOST_BAD_CELLS = 100;

    public ImportReport {
        sheets = List.copyOf(sheets);
        notes = List.copyOf(notes);
        badCells = List.copyOf(badCells);
    }

    public static ImportReport of(String format) {
        return new ImportReport(format, "", "", 0, "", List.of(), "", List.of(), List.of());
    }

    public static ImportReport ofText(String format, String charset, String separator, int headerRow) {
        return new ImportReport(format, charset, separator, headerRow, "", List.of(), "", List.of(), List.of());
    }

    public ImportReport withDecimalMark(String mark) {
        return new ImportReport(format, charset, separator, headerRow, sheet, sheets, mark, notes, badCells);
    }

    /// This report with further notes at its end.
    public ImportReport plus(List<ImportNote> more) {
        List<ImportNote> all = new ArrayList<>(notes);
        all.addAll(more);
        return new ImportReport(format, charset, separator, headerRow, sheet, sheets, decimalMark, all, badCells);
    }

    ImportReport withBadCells(List<BadCell> cells) {
        return new ImportReport(format, charset, separator, headerRow, sheet, sheets, decimalMark, notes, cells);
    }
}
