package lathe.views.chart;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The numbers of a figure: for the table view, for CSV, for the clipboard.
///
/// @param rows as many cells as columns
public record FigureTable(List<String> columns, List<List<Cell>> rows) {

    /// One cell.
    public sealed interface Cell {

        /// A name or a note.
        record Text(String text) implements Cell {}

        /// A number, NaN where it is missing; the unit is for showing it only.
        record Numeric(double value, Unit unit) implements Cell {}

        static Cell of(String text) {
            return new Text(text);
        }

        static Cell of(double value, Unit unit) {
            return new Numeric(value, unit);
        }

        /// For the user's eyes.
        default String shown(Locale locale) {
            return switch (this) {
                case Text cell -> cell.text();
                case Numeric cell -> cell.unit().text(cell.value(), locale);
            };
        }

        /// For files: the same in every locale, empty if missing.
        default String neutral() {
            return switch (this) {
                case Text cell -> harmless(cell.text());
                case Numeric cell -> number(cell.value());
            };
        }
    }

    private static final double WHOLE = 1e15;

    /// @throws IllegalArgumentException if a row has not one cell per column
    public FigureTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("a row needs %d cells, had %d".formatted(columns.size(), row.size()));
            }
        }
    }

    /// Comma-separated as RFC 4180 has it, with line feeds; numbers with a decimal point; text that a spreadsheet would
    /// take for a formula gets an apostrophe before it.
    public String csv() {
        return lines(",");
    }

    /// Separated by tabs, for pasting into a spreadsheet.
    public String tabbed() {
        return lines("\t");
    }

    private String lines(String separator) {
        StringBuilder text = new StringBuilder();
        text.append(columns.stream().map(head -> quoted(harmless(head))).collect(Collectors.joining(separator)));
        text.append('\n');
        for (List<Cell> row : rows) {
            text.append(row.stream().map(cell -> quoted(cell.neutral())).collect(Collectors.joining(separator)));
            text.append('\n');
        }
        return text.toString();
    }

    static String head(Axis axis, String otherwise) {
        return axis.label().isEmpty() ? otherwise : axis.label();
    }

    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        return value == Math.rint(value) && Math.abs(value) < WHOLE ? Long.toString((long) value) : Double.toString(value);
    }

    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == '\t');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
