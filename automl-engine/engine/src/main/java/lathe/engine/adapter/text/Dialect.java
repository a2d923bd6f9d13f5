package lathe.engine.adapter.text;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lathe.scoring.ProblemException;

/// How a CSV file is written, found from its beginning.
///
/// @param separator  between cells
/// @param headerLine line of the column names, from 1
/// @param skipped    lines passed over before the header (comments, titles, `sep=;`)
record Dialect(char separator, int headerLine, int skipped) {

    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int SNIFFED = 300;

    /// What one candidate makes of the beginning.
    private record Reading(char separator, int columns, double agreeing) { }

    /// @param start first characters of the file, cut anywhere
    static Dialect of(Path file, String start, String wantedSeparator, int wantedHeader, boolean tabEnding) {
        boolean declared = start.startsWith("sep=") && start.length() > 4 && lineEnd(start, 0) <= 6;
        int skipped = declared ? 1 : 0;
        String body = start.substring(declared ? afterLine(start, 0) : 0);
        char separator;
        if (!wantedSeparator.isEmpty()) {
            separator = wantedSeparator.charAt(0);
        } else if (declared) {
            separator = start.charAt(4);
        } else {
            separator = sniff(file, withoutComments(body), tabEnding ? '\t' : ',');
        }
        if (wantedHeader > 0) {
            return new Dialect(separator, wantedHeader, wantedHeader - 1);
        }
        skipped += comments(file, body, separator);
        List<AheadRecords.Row> rows = records(file, afterLines(start, skipped), separator);
        int names = TitleRows.header(rows);
        return names == 0 ? new Dialect(separator, skipped + 1, skipped)
                : new Dialect(separator, skipped + rows.get(names).line(), skipped + rows.get(names).line() - 1);
    }

    private static String afterLines(String text, int lines) {
        int from = 0;
        for (int line = 0; line < lines; line++) {
            from = afterLine(text, from);
        }
        return text.substring(from);
    }

    /// The first records of the beginning, as far as it is not broken.
    private static List<AheadRecords.Row> records(Path file, String text, char separator) {
        try (AheadRecords records = new AheadRecords(new CsvRecords(file, new StringReader(text), separator))) {
            return records.ahead(SNIFFED);
        }
    }

    private static char sniff(Path file, String text, char fallback) {
        Reading best = new Reading(fallback, 1, 0);
        for (char candidate : CANDIDATES) {
            Reading reading = reading(file, text, candidate);
            boolean splits = reading.columns > 1;
            double gain = reading.agreeing - best.agreeing;
            if (splits && (best.columns == 1 || gain > 0.05 || gain > -0.05 && reading.columns > best.columns)) {
                best = reading;
            }
        }
        return best.separator;
    }

    /// The commonest number of cells, and how many records have it.
    private static Reading reading(Path file, String text, char separator) {
        List<AheadRecords.Row> rows = records(file, text, separator);
        int columns = TitleRows.width(rows);
        long those = rows.stream().filter(row -> row.cells().size() == columns).count();
        double agreeing = rows.isEmpty() ? 0 : those / (double) rows.size();
        // Decimal commas split every row, but not the line of names.
        boolean named = !rows.isEmpty() && (rows.getFirst().cells().size() == columns
                || rows.stream().filter(row -> row.cells().size() == columns).findFirst().filter(row -> splitsNames(row.cells())).isPresent());
        return new Reading(separator, columns, named ? agreeing : agreeing / 2);
    }

    // Names hold no digits but for a few; a row of values cut at the wrong place does.
    private static boolean splitsNames(List<String> cells) {
        long withDigits = cells.stream().filter(cell -> cell.chars().anyMatch(Character::isDigit)).count();
        return TitleRows.areNames(cells) && 2 * withDigits < cells.size();
    }

    private static String withoutComments(String text) {
        int from = 0;
        while (from < text.length() && text.charAt(from) == '#') {
            from = afterLine(text, from);
        }
        return from == text.length() ? text : text.substring(from);
    }

    /// Lines at the start that begin with `#` and have another number of cells than the first line after them.
    private static int comments(Path file, String text, char separator) {
        List<Integer> sizes = new ArrayList<>();
        int from = 0;
        while (from < text.length() && sizes.size() < 100) {
            int end = lineEnd(text, from);
            sizes.add(cells(file, text.substring(from, end), separator));
            if (text.charAt(from) != '#') {
                break;
            }
            from = afterLine(text, from);
        }
        int header = sizes.isEmpty() ? 1 : sizes.getLast();
        int skipped = 0;
        while (skipped < sizes.size() - 1 && sizes.get(skipped) != header) {
            skipped++;
        }
        return skipped;
    }

    private static int cells(Path file, String line, char separator) {
        try (CsvRecords records = new CsvRecords(file, new StringReader(line), separator)) {
            return records.next() ? records.cells().size() : 0;
        } catch (ProblemException openQuote) {
            return 0;
        }
    }

    private static int lineEnd(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    private static int afterLine(String text, int from) {
        int end = lineEnd(text, from);
        boolean both = end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
        return Math.min(text.length(), both ? end + 2 : end + 1);
    }
}
