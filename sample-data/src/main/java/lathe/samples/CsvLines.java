package lathe.samples;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Writes comma-separated text as RFC 4180 has it, but with line feeds only; UTF-8 without a byte order mark.
final class CsvLines {

    private CsvLines() {
    }

    /// Writes a header and rows of the same width.
    ///
    /// @throws IOException if the file cannot be written
    /// @throws IllegalArgumentException if a row has another width than the header
    static void write(Path file, List<String> header, List<List<String>> rows) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(line(header));
            for (List<String> row : rows) {
                if (row.size() != header.size()) {
                    throw new IllegalArgumentException("row must have %d cells, had %d: %s"
                            .formatted(header.size(), row.size(), row));
                }
                out.write(line(row));
            }
        }
    }

    /// The number with a point and a fixed count of decimals, whatever the machine's language.
    static String decimal(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    private static String line(List<String> cells) {
        return cells.stream().map(CsvLines::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
