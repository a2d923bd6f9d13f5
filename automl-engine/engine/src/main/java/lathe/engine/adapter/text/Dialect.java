package lathe.engine.adapter.text;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lathe.scoring.ProblemException;

/// How a CSV file is written, found from its beginning.
///
/// @param separator  between cells
/// @param headerLine line of the column names, from 1
/// @param skipped    lines passed over before the header (comments, `sep=;`)
record Dialect(char separator, int headerLine, int skipped) {

    private static final char[] CANDIDATES = {',', ';', '\t', '|'};

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
        return new Dialect(separator, skipped + 1, skipped);
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
        Map<Integer, Integer> counts = new HashMap<>();
        int records = 0;
        int first = 0;
        try (CsvRecords lines = new CsvRecords(file, new StringReader(text), separator)) {
            while (records < 300 && lines.next()) {
                first = records == 0 ? lines.cells().size() : first;
                counts.merge(lines.cells().size(), 1, Integer::sum);
                records++;
            }
        } catch (ProblemException cutOrWrongSeparator) {
            // The beginning may be cut inside a quote; what was read until there still counts.
        }
        int columns = 1;
        for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
            if (entry.getValue() > counts.getOrDefault(columns, 0)) {
                columns = entry.getKey();
            }
        }
        double agreeing = records == 0 ? 0 : counts.getOrDefault(columns, 0) / (double) records;
        // Decimal commas split every row, but not the line of names.
        return new Reading(separator, columns, first == columns ? agreeing : agreeing / 2);
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
