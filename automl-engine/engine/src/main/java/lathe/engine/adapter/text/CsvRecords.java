package lathe.engine.adapter.text;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lathe.engine.data.FileChecks;
import lathe.engine.data.ImportLimits;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;

/// Splits text into records by RFC 4180: cells in double quotes may hold separators, line ends and doubled quotes. A
/// quote inside an unquoted cell is an ordinary character. Lines count from 1, by CR, LF or CRLF.
final class CsvRecords implements AutoCloseable {

    private static final int END = -1;

    private final Path file;
    private final Reader in;
    private final char separator;
    private final char[] buffer = new char[1 << 15];
    private final StringBuilder cell = new StringBuilder();
    private final List<String> cells = new ArrayList<>();
    private int at;
    private int limit;
    private int line = 1;
    private int startLine = 1;
    private boolean quoted;
    private boolean afterBlank;

    CsvRecords(Path file, Reader in, char separator) {
        this.file = file;
        this.in = in;
        this.separator = separator;
    }

    /// Moves to the next record; false at the end of the file. Blank lines are passed over.
    boolean next() {
        try {
            afterBlank = false;
            while (true) {
                if (peek() == END) {
                    return false;
                }
                startLine = line;
                readRecord();
                if (cells.size() > 1 || quoted || !cells.getFirst().isBlank()) {
                    return true;
                }
                afterBlank = true;
            }
        } catch (IOException e) {
            throw FileChecks.unreadable(file, e);
        }
    }

    /// The cells of the record; valid until the next one.
    List<String> cells() {
        return cells;
    }

    /// Line in which the record starts.
    int startLine() {
        return startLine;
    }

    /// Whether blank lines were passed over before the record.
    boolean afterBlank() {
        return afterBlank;
    }

    private void readRecord() throws IOException {
        cells.clear();
        quoted = false;
        boolean more = true;
        while (more) {
            cell.setLength(0);
            if (peek() == '"') {
                quoted = true;
                readQuoted();
            } else {
                readPlain();
            }
            cells.add(cell.toString());
            if (cells.size() > ImportLimits.COLUMNS) {
                throw problem("too-many-columns", "Line %d has more than %d cells.".formatted(startLine, ImportLimits.COLUMNS),
                        "Choose another separator, or a file with fewer columns.");
            }
            more = endCell();
        }
    }

    /// Passes over what ended the cell; true if it was a separator.
    private boolean endCell() throws IOException {
        int end = peek();
        if (end == END) {
            return false;
        }
        at++;
        if (end == separator) {
            return true;
        }
        if (end == '\r' && peek() == '\n') {
            at++;
        }
        line++;
        return false;
    }

    private void readPlain() throws IOException {
        while (peek() != END) {
            int from = at;
            while (at < limit && !endsCell(buffer[at])) {
                at++;
            }
            append(from);
            if (at < limit) {
                return;
            }
        }
    }

    private boolean endsCell(char c) {
        return c == separator || c == '\n' || c == '\r';
    }

    private void readQuoted() throws IOException {
        at++;
        boolean afterReturn = false;
        while (peek() != END) {
            int from = at;
            while (at < limit && buffer[at] != '"') {
                char c = buffer[at++];
                if (c == '\r' || c == '\n' && !afterReturn) {
                    line++;
                }
                afterReturn = c == '\r';
            }
            append(from);
            if (at == limit) {
                continue;
            }
            afterReturn = false;
            at++;
            int next = peek();
            if (next != '"') {
                requireEnd(next);
                return;
            }
            cell.append('"');
            at++;
        }
        throw problem("quote-open", "The quote opened in line %d is never closed.".formatted(startLine),
                "Close it, or double it if it belongs to the text.");
    }

    private void requireEnd(int next) {
        if (next != END && !endsCell((char) next)) {
            throw problem("text-after-quote", "Line %d has text after a closing quote.".formatted(line),
                    "Double the quotes that belong to the text, or check the separator.");
        }
    }

    private void append(int from) {
        cell.append(buffer, from, at - from);
        if (cell.length() > ImportLimits.CELL_LENGTH) {
            throw problem("cell-too-long", "A cell starting in line %d has more than %d characters."
                    .formatted(startLine, ImportLimits.CELL_LENGTH), "Check for a quote that is never closed, or shorten the cell.");
        }
    }

    private int peek() throws IOException {
        if (at == limit) {
            limit = Math.max(0, in.read(buffer, 0, buffer.length));
            at = 0;
        }
        return limit == 0 ? END : buffer[at];
    }

    private ProblemException problem(String code, String what, String remedy) {
        return new ProblemException(new Problem(code, what, file.toString(), remedy));
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw FileChecks.unreadable(file, e);
        }
    }
}
