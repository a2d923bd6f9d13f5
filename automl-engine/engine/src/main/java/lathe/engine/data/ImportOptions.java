package lathe.engine.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lathe.scoring.FieldType;

/// What the user says about a file. Whatever is left empty (or 0) is found by the import.
///
/// @param sheet         name of the sheet of a workbook
/// @param headerRow     line or row of the column names, from 1
/// @param charset       name of the character set, for example `windows-1252`
/// @param separator     one character between cells
/// @param decimalMark   `.` or `,`, for all number columns
/// @param types         type by column name; cells that do not fit become missing
/// @param formats       format by column name, as in [lathe.scoring.Field]
/// @param missingTokens texts that mean "no value", besides the usual ones
/// @param sample        which rows to read when the whole file is asked for; readers that cannot draw rows read all
/// @param parts         which files of a folder, which table of an archive
/// @param badRows       what happens to rows with a wrong number of cells
public record ImportOptions(String sheet, int headerRow, String charset, String separator, String decimalMark,
                            Map<String, FieldType> types, Map<String, String> formats, List<String> missingTokens,
                            RowSample sample, SourceParts parts, BadRows badRows) {

    private static final ImportOptions DEFAULTS =
            new ImportOptions("", 0, "", "", "", Map.of(), Map.of(), List.of());

    /// @throws IllegalArgumentException if a value is outside its range
    public ImportOptions {
        if (headerRow < 0) {
            throw new IllegalArgumentException("headerRow counts from 1, was " + headerRow);
        }
        if (separator.length() > 1) {
            throw new IllegalArgumentException("separator must be one character, was '%s'".formatted(separator));
        }
        if (!decimalMark.isEmpty() && !decimalMark.equals(".") && !decimalMark.equals(",")) {
            throw new IllegalArgumentException("decimalMark must be '.' or ',', was '%s'".formatted(decimalMark));
        }
        types = Map.copyOf(types);
        formats = Map.copyOf(formats);
        missingTokens = List.copyOf(missingTokens);
    }

    /// All rows.
    public ImportOptions(String sheet, int headerRow, String charset, String separator, String decimalMark,
                         Map<String, FieldType> types, Map<String, String> formats, List<String> missingTokens) {
        this(sheet, headerRow, charset, separator, decimalMark, types, formats, missingTokens, RowSample.ALL, SourceParts.ALL, BadRows.ERROR);
    }

    /// Everything found by the import.
    public static ImportOptions defaults() {
        return DEFAULTS;
    }

    public ImportOptions withSheet(String newSheet) {
        return new ImportOptions(newSheet, headerRow, charset, separator, decimalMark, types, formats, missingTokens, sample, parts, badRows);
    }

    public ImportOptions withHeaderRow(int newRow) {
        return new ImportOptions(sheet, newRow, charset, separator, decimalMark, types, formats, missingTokens, sample, parts, badRows);
    }

    public ImportOptions withCharset(String newCharset) {
        return new ImportOptions(sheet, headerRow, newCharset, separator, decimalMark, types, formats, missingTokens, sample, parts, badRows);
    }

    public ImportOptions withSeparator(String newSeparator) {
        return new ImportOptions(sheet, headerRow, charset, newSeparator, decimalMark, types, formats, missingTokens, sample, parts, badRows);
    }

    public ImportOptions withDecimalMark(String newMark) {
        return new ImportOptions(sheet, headerRow, charset, separator, newMark, types, formats, missingTokens, sample, parts, badRows);
    }

    public ImportOptions withType(String column, FieldType type) {
        Map<String, FieldType> newTypes = new HashMap<>(types);
        newTypes.put(column, type);
        return new ImportOptions(sheet, headerRow, charset, separator, decimalMark, newTypes, formats, missingTokens, sample, parts, badRows);
    }

    public ImportOptions withFormat(String column, String format) {
        Map<String, String> newFormats = new HashMap<>(formats);
        newFormats.put(column, format);
        return new ImportOptions(sheet, headerRow, charset, separator, decimalMark, types, newFormats, missingTokens, sample, parts, badRows);
    }

    public ImportOptions withMissingTokens(List<String> tokens) {
        return new ImportOptions(sheet, headerRow, charset, separator, decimalMark, types, formats, tokens, sample, parts, badRows);
    }

    public ImportOptions withSample(RowSample rows) {
        return new ImportOptions(sheet, headerRow, charset, separator, decimalMark, types, formats, missingTokens, rows, parts, badRows);
    }

    public ImportOptions withParts(SourceParts newParts) {
        return new ImportOptions(sheet, headerRow, charset, separator, decimalMark, types, formats, missingTokens, sample, newParts, badRows);
    }

    public ImportOptions withBadRows(BadRows policy) {
        return new ImportOptions(sheet, headerRow, charset, separator, decimalMark, types, formats, missingTokens, sample, parts, policy);
    }
}
