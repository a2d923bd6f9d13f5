package lathe.engine.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
/// @param questions   what only a person can tell
/// @param units       unit by column name, where a row of units stands under the names
/// @param rejected    rows that were left out, the first [#MOST_REJECTED] of them
/// @param rejectedRows how many were left out
public record ImportReport(String format, String charset, String separator, int headerRow, String sheet,
                           List<String> sheets, String decimalMark, List<ImportNote> notes, List<BadCell> badCells,
                           List<ImportQuestion> questions, Map<String, String> units, List<RejectedRow> rejected, long rejectedRows) {

    public static final int MOST_BAD_CELLS = 100;
    public static final int MOST_REJECTED = 100;

    public ImportReport {
        sheets = List.copyOf(sheets);
        notes = List.copyOf(notes);
        badCells = List.copyOf(badCells);
        questions = List.copyOf(questions);
        units = Map.copyOf(units);
        rejected = List.copyOf(rejected);
    }

    public static ImportReport of(String format) {
        return ofText(format, "", "", 0);
    }

    public static ImportReport ofText(String format, String charset, String separator, int headerRow) {
        return new ImportReport(format, charset, separator, headerRow, "", List.of(), "", List.of(), List.of(), List.of(), Map.of(),
                List.of(), 0);
    }

    /// @param sheet  the sheet read
    /// @param sheets all there are
    public static ImportReport ofSheet(String format, int headerRow, String sheet, List<String> sheets) {
        return new ImportReport(format, "", "", headerRow, sheet, sheets, "", List.of(), List.of(), List.of(), Map.of(), List.of(), 0);
    }

    public ImportReport withDecimalMark(String mark) {
        return new ImportReport(format, charset, separator, headerRow, sheet, sheets, mark, notes, badCells, questions, units,
                rejected, rejectedRows);
    }

    /// This report with further notes at its end.
    public ImportReport plus(List<ImportNote> more) {
        List<ImportNote> all = new ArrayList<>(notes);
        all.addAll(more);
        return new ImportReport(format, charset, separator, headerRow, sheet, sheets, decimalMark, all, badCells, questions, units,
                rejected, rejectedRows);
    }

    /// This report with the units of columns, and a note for each.
    ///
    /// @param found in the order of the columns
    public ImportReport withUnits(Map<String, String> found) {
        List<ImportNote> more = new ArrayList<>();
        found.forEach((column, unit) -> more.add(new ImportNote("unit", column,
                "Column '%s' has the unit '%s', by the row under the names.".formatted(column, unit))));
        Map<String, String> all = new LinkedHashMap<>(units);
        all.putAll(found);
        return new ImportReport(format, charset, separator, headerRow, sheet, sheets, decimalMark, notes, badCells, questions, all,
                rejected, rejectedRows).plus(more);
    }

    /// This report with rows that were left out, and a note if there are any.
    ///
    /// @param first the first of them
    /// @param rows  how many there are
    public ImportReport withRejected(List<RejectedRow> first, long rows) {
        if (rows == 0) {
            return this;
        }
        List<String> shown = first.stream().limit(5).map(row -> row.place() + " (" + row.reason() + ")").toList();
        ImportNote note = new ImportNote("rows-rejected", "", "%d rows were left out because they break the format: %s%s."
                .formatted(rows, String.join(", ", shown), rows > shown.size() ? " and more" : ""));
        return new ImportReport(format, charset, separator, headerRow, sheet, sheets, decimalMark, notes, badCells, questions, units,
                first.subList(0, Math.min(first.size(), MOST_REJECTED)), rows).plus(List.of(note));
    }

    ImportReport withBadCells(List<BadCell> cells) {
        return new ImportReport(format, charset, separator, headerRow, sheet, sheets, decimalMark, notes, cells, questions, units,
                rejected, rejectedRows);
    }

    ImportReport withQuestions(List<ImportQuestion> asked) {
        return new ImportReport(format, charset, separator, headerRow, sheet, sheets, decimalMark, notes, badCells, asked, units,
                rejected, rejectedRows);
    }
}
