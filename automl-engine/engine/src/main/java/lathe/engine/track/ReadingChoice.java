package lathe.engine.track;

import java.util.List;

/// What a person has decided about reading the source file. Whatever is left empty (or 0) is found by the import.
///
/// @param sheet         name of the sheet of a workbook
/// @param headerRow     line or row of the column names, from 1
/// @param charset       name of the character set
/// @param separator     one character between cells
/// @param decimalMark   `.` or `,`
/// @param missingTokens texts that mean "no value", besides the usual ones
/// @param sample        share of the rows to read, drawn in blocks; 1 for all; 0 to let the budget decide
public record ReadingChoice(String sheet, int headerRow, String charset, String separator, String decimalMark,
                            List<String> missingTokens, double sample) {

    /// Everything found by the import.
    public static final ReadingChoice NONE = new ReadingChoice("", 0, "", "", "", List.of());

    public ReadingChoice {
        missingTokens = List.copyOf(missingTokens);
        if (headerRow < 0) {
            throw new IllegalArgumentException("headerRow counts from 1, was " + headerRow);
        }
        if (!(sample >= 0 && sample <= 1)) {
            throw new IllegalArgumentException("sample must be a share in [0, 1], was " + sample);
        }
    }

    /// With as many rows as the budget allows.
    public ReadingChoice(String sheet, int headerRow, String charset, String separator, String decimalMark,
                         List<String> missingTokens) {
        this(sheet, headerRow, charset, separator, decimalMark, missingTokens, 0);
    }

    /// Whether only some rows are read.
    public boolean draws() {
        return sample > 0 && sample < 1;
    }

    public ReadingChoice withSheet(String name) {
        return new ReadingChoice(name, headerRow, charset, separator, decimalMark, missingTokens, sample);
    }

    public ReadingChoice withHeaderRow(int row) {
        return new ReadingChoice(sheet, row, charset, separator, decimalMark, missingTokens, sample);
    }

    public ReadingChoice withCharset(String name) {
        return new ReadingChoice(sheet, headerRow, name, separator, decimalMark, missingTokens, sample);
    }

    public ReadingChoice withSeparator(String character) {
        return new ReadingChoice(sheet, headerRow, charset, character, decimalMark, missingTokens, sample);
    }

    public ReadingChoice withDecimalMark(String mark) {
        return new ReadingChoice(sheet, headerRow, charset, separator, mark, missingTokens, sample);
    }

    public ReadingChoice withMissingTokens(List<String> tokens) {
        return new ReadingChoice(sheet, headerRow, charset, separator, decimalMark, tokens, sample);
    }

    public ReadingChoice withSample(double share) {
        return new ReadingChoice(sheet, headerRow, charset, separator, decimalMark, missingTokens, share);
    }
}
