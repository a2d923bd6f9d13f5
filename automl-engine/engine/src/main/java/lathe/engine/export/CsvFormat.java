package lathe.engine.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// Comma-separated values in UTF-8, quoted where needed, lines ended by a line feed.
///
/// Text that a spreadsheet would take for a formula gets an apostrophe before it; numbers are left as they are.
public final class CsvFormat implements RowFormat {

    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9., ]*[0-9][0-9., ]*(?:[eE][+-]?[0-9]+)?%?");

    @Override
    public String ending() {
        return ".csv";
    }

    @Override
    public RowSink open(Path file, List<CellType> types) throws IOException {
        BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        return new RowSink() {
            @Override
            public void row(List<OutputCell> cells) throws IOException {
                out.append(line(cells)).append('\n');
            }

            @Override
            public void close() throws IOException {
                out.close();
            }
        };
    }

    /// One row, without the end of the line.
    public static String line(List<OutputCell> cells) {
        return String.join(",", cells.stream().map(CsvFormat::text).toList());
    }

    private static String text(OutputCell cell) {
        return switch (cell) {
            case OutputCell.Numeric number -> Double.toString(number.value());
            case OutputCell.Exact exact -> quoted(exact.text());
            case OutputCell.Text text -> quoted(isFormula(text.text()) ? "'" + text.text() : text.text());
        };
    }

    // A lone sign is a usual way to write "nothing" and calculates nothing.
    private static boolean isFormula(String text) {
        return text.length() > 1 && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 && !NUMBER.matcher(text).matches();
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
