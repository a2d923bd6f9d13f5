package lathe.engine.track;

import java.util.List;
import lathe.engine.data.SecondTable;

/// What a person has decided about reading the source file. Whatever is left empty (or 0) is found by the import.
///
/// @param sheet         name of the sheet of a workbook, or of the table of a database
/// @param headerRow     line or row of the column names, from 1
/// @param charset       name of the character set
/// @param separator     one character between cells
/// @param decimalMark   `.` or `,`
/// @param missingTokens texts that mean "no value", besides the usual ones
/// @param sample        share of the rows to read, drawn in blocks; 1 for all; 0 to let the budget decide
/// @param files         of a source that is a folder: paths or patterns of the files to read, relative to it; none for all
/// @param entry         of a zip archive with several tables: the one to read
/// @param fileColumn    name of a column that is to hold the name of each row's file
/// @param badRows       `skip` leaves rows with a wrong number of cells out; empty refuses them
/// @param join          path of a second table whose columns are put beside, relative to the folder of the source; empty for none
/// @param joinOn        column that both have
/// @param joinMany      `summary` joins count, sum, mean and largest where a key comes several times; empty refuses that
public record ReadingChoice(String sheet, int headerRow, String charset, String separator, String decimalMark,
                            List<String> missingTokens, double sample, List<String> files, String entry, String fileColumn,
                            String badRows, String join, String joinOn, String joinMany) {

    /// Everything found by the import.
    public static final ReadingChoice NONE = new ReadingChoice("", 0, "", "", "", List.of());

    public static final String SKIP = "skip";
    public static final String SUMMARY = "summary";

    public ReadingChoice {
        missingTokens = List.copyOf(missingTokens);
        files = List.copyOf(files);
        if (headerRow < 0) {
            throw new IllegalArgumentException("headerRow counts from 1, was " + headerRow);
        }
        if (!(sample >= 0 && sample <= 1)) {
            throw new IllegalArgumentException("sample must be a share in [0, 1], was " + sample);
        }
        if (!badRows.isEmpty() && !badRows.equals(SKIP)) {
            throw new IllegalArgumentException("badRows must be empty or skip, was '%s'".formatted(badRows));
        }
        if (!joinMany.isEmpty() && !joinMany.equals(SUMMARY)) {
            throw new IllegalArgumentException("joinMany must be empty or summary, was '%s'".formatted(joinMany));
        }
    }

    /// With as many rows as the budget allows.
    public ReadingChoice(String sheet, int headerRow, String charset, String separator, String decimalMark,
                         List<String> missingTokens) {
        this(sheet, headerRow, charset, separator, decimalMark, missingTokens, 0);
    }

    /// One file, refused if rows are broken.
    public ReadingChoice(String sheet, int headerRow, String charset, String separator, String decimalMark,
                         List<String> missingTokens, double sample) {
        this(sheet, headerRow, charset, separator, decimalMark, missingTokens, sample, List.of(), "", "", "", "", "", "");
    }

    /// Whether only some rows are read.
    public boolean draws() {
        return sample > 0 && sample < 1;
    }

    public ReadingChoice withSheet(String name) {
        return new ReadingChoice(name, headerRow, charset, separator, decimalMark, missingTokens, sample, files, entry, fileColumn, badRows, join, joinOn, joinMany);
    }

    public ReadingChoice withHeaderRow(int row) {
        return new ReadingChoice(sheet, row, charset, separator, decimalMark, missingTokens, sample, files, entry, fileColumn, badRows, join, joinOn, joinMany);
    }

    public ReadingChoice withCharset(String name) {
        return new ReadingChoice(sheet, headerRow, name, separator, decimalMark, missingTokens, sample, files, entry, fileColumn, badRows, join, joinOn, joinMany);
    }

    public ReadingChoice withSeparator(String character) {
        return new ReadingChoice(sheet, headerRow, charset, character, decimalMark, missingTokens, sample, files, entry, fileColumn, badRows, join, joinOn, joinMany);
    }

    public ReadingChoice withDecimalMark(String mark) {
        return new ReadingChoice(sheet, headerRow, charset, separator, mark, missingTokens, sample, files, entry, fileColumn, badRows, join, joinOn, joinMany);
    }

    public ReadingChoice withMissingTokens(List<String> tokens) {
        return new ReadingChoice(sheet, headerRow, charset, separator, decimalMark, tokens, sample, files, entry, fileColumn, badRows, join, joinOn, joinMany);
    }

    public ReadingChoice withSample(double share) {
        return new ReadingChoice(sheet, headerRow, charset, separator, decimalMark, missingTokens, share, files, entry, fileColumn, badRows, join, joinOn, joinMany);
    }

    public ReadingChoice withFiles(List<String> patterns) {
        return new ReadingChoice(sheet, headerRow, charset, separator, decimalMark, missingTokens, sample, patterns, entry, fileColumn, badRows, join, joinOn, joinMany);
    }

    public ReadingChoice withEntry(String name) {
        return new ReadingChoice(sheet, headerRow, charset, separator, decimalMark, missingTokens, sample, files, name, fileColumn, badRows, join, joinOn, joinMany);
    }

    public ReadingChoice withFileColumn(String name) {
        return new ReadingChoice(sheet, headerRow, charset, separator, decimalMark, missingTokens, sample, files, entry, name, badRows, join, joinOn, joinMany);
    }

    public ReadingChoice withBadRows(String policy) {
        return new ReadingChoice(sheet, headerRow, charset, separator, decimalMark, missingTokens, sample, files, entry, fileColumn, policy, join, joinOn, joinMany);
    }

    /// @param path   as [#join]; empty for no second table
    /// @param column as [#joinOn]
    /// @param many   as [#joinMany]
    public ReadingChoice withJoin(String path, String column, String many) {
        return new ReadingChoice(sheet, headerRow, charset, separator, decimalMark, missingTokens, sample, files, entry, fileColumn, badRows,
                path, column, many);
    }

    /// The second table, once file and column are both named.
    public SecondTable second() {
        return join.isEmpty() || joinOn.isEmpty() ? SecondTable.NONE : new SecondTable(join, joinOn, joinMany.equals(SUMMARY));
    }
}
