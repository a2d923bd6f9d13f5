package lathe.engine.adapter.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import lathe.engine.data.BlockDraw;
import lathe.engine.data.FileChecks;
import lathe.engine.data.ImportLimits;
import lathe.engine.data.RowSample;

/// The bytes of a CSV file without the records of blocks that were not drawn: its header, and whole records only.
///
/// Every byte is looked at once, for quotes and line ends by the rules of [CsvRecords], so a record starts here exactly where it
/// starts for a reader of all rows, whatever its quoted cells hold. A record belongs to the block in which its first byte lies,
/// counted from the end of the header. What is not seen: records with a wrong number of cells in blocks that were not drawn.
final class SampledText extends InputStream {

    private static final int BUFFER = 1 << 16;
    private static final int LEAST_BLOCK = 1 << 10;
    private static final int MOST_BLOCK = 1 << 18;
    private static final int BLOCKS_TAKEN = 64;

    /// Where the next byte stands.
    private enum Place { CELL_START, PLAIN, QUOTED, AFTER_QUOTE, AFTER_RETURN }

    private final Path file;
    private final InputStream in;
    private final byte separator;
    private final int headerLine;
    private final BlockDraw draw;
    private final int blockBytes;

    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int limit;
    private int passOn;   // bytes before this are handed out
    private Place place = Place.CELL_START;
    private boolean recordStart = true;
    private boolean headerSeen;
    private boolean blank = true;
    private boolean taking = true;
    private boolean returnInQuotes;
    private long offset;   // of the buffer's start, counted from the end of the header once that was seen
    private long quoteOffset;
    private int line = 1;
    private int startLine = 1;
    private int quoteLine;
    private int lineOut = 1;
    private long records;
    private int[] linesOut = new int[16];
    private int[] lines = new int[16];
    private int jumps;

    /// @param in         behind the byte order mark
    /// @param separator  between cells
    /// @param headerLine line of the column names, from 1; what stands before it is kept
    SampledText(Path file, InputStream in, char separator, int headerLine, RowSample sample) throws IOException {
        this.file = file;
        this.in = in;
        this.separator = (byte) separator;
        this.headerLine = headerLine;
        this.draw = new BlockDraw(sample);
        this.blockBytes = (int) Math.clamp(FileChecks.size(file) * sample.share() / BLOCKS_TAKEN, LEAST_BLOCK, MOST_BLOCK);
    }

    /// Whether quotes, separators and line ends can be told from the bytes.
    static boolean reads(Charset charset, char separator) {
        boolean single = charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII)
                || charset.name().startsWith("ISO-8859-") || charset.name().startsWith("windows-125");
        return single && separator < 128;
    }

    /// Records of the file, taken or not, as far as it was read; blank lines count.
    long records() {
        return records;
    }

    /// Line of the file that stands in a line of what was handed out.
    int lineOf(int out) {
        int jump = Arrays.binarySearch(linesOut, 0, jumps, out);
        int place = jump >= 0 ? jump : -jump - 2;
        return place < 0 ? out : lines[place] + out - linesOut[place];
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (at == passOn) {
            if (at == limit && !fill()) {
                requireClosed();
                return -1;
            }
            scan();
        }
        int count = Math.min(length, passOn - at);
        System.arraycopy(buffer, at, target, from, count);
        at += count;
        return count;
    }

    private boolean fill() throws IOException {
        offset += limit;
        limit = Math.max(0, in.read(buffer, 0, BUFFER));
        at = 0;
        passOn = 0;
        return limit > 0;
    }

    // Goes over bytes that are not wanted, or finds how many are.
    private void scan() {
        int next = at;
        while (next < limit) {
            if (recordStart && !(place == Place.AFTER_RETURN && buffer[next] == '\n')) {
                boolean before = taking;
                decide(next);
                if (before && !taking) {
                    break;
                }
                if (!taking) {
                    at = next;
                }
            }
            next = step(next);
            if (!taking) {
                at = next;
            }
        }
        passOn = next;
    }

    // A record begins here.
    private void decide(int position) {
        recordStart = false;
        place = Place.CELL_START;
        blank = true;
        startLine = line;
        if (!headerSeen) {
            return;
        }
        boolean before = taking;
        taking = draw.takes((offset + position) / blockBytes);
        if (taking && !before) {
            jump();
        }
    }

    private void jump() {
        if (jumps == lines.length) {
            lines = Arrays.copyOf(lines, jumps * 2);
            linesOut = Arrays.copyOf(linesOut, jumps * 2);
        }
        linesOut[jumps] = lineOut;
        lines[jumps++] = line;
    }

    // Takes the bytes from here to the next that changes the place; gives the position behind them.
    private int step(int from) {
        return switch (place) {
            case CELL_START -> cellStart(from);
            case PLAIN -> plain(from);
            case QUOTED -> quoted(from);
            case AFTER_QUOTE -> afterQuote(from);
            case AFTER_RETURN -> {
                place = Place.CELL_START;   // the second half of a line end
                yield from + 1;
            }
        };
    }

    private int cellStart(int from) {
        if (buffer[from] == '"') {
            place = Place.QUOTED;
            blank = false;
            returnInQuotes = false;
            quoteLine = line;
            quoteOffset = offset + from;
            return from + 1;
        }
        place = Place.PLAIN;
        return from;
    }

    private int plain(int from) {
        byte own = separator;
        int position = from;
        while (position < limit) {
            byte next = buffer[position++];
            if (next == own) {
                blank = false;
                if (position == limit || buffer[position] == '"') {
                    place = Place.CELL_START;
                    return position;
                }
            } else if (next == '\n' || next == '\r') {
                return endRecord(position);
            } else {
                blank &= next >= 0 && next <= ' ';
            }
        }
        return position;
    }

    private int afterQuote(int from) {
        if (buffer[from] == '"') {
            place = Place.QUOTED;
            return from + 1;
        }
        place = Place.PLAIN;
        return from;
    }

    private int quoted(int from) {
        int position = from;
        while (position < limit) {
            byte next = buffer[position++];
            if (next == '"') {
                returnInQuotes = false;
                place = Place.AFTER_QUOTE;
                return position;
            }
            if (next == '\r' || next == '\n' && !returnInQuotes) {
                countLine();
            }
            returnInQuotes = next == '\r';
        }
        if (offset + position - quoteOffset > 4L * ImportLimits.CELL_LENGTH) {
            throw FileChecks.problem(file, "cell-too-long", "A cell starting in line %d has more than %d characters."
                    .formatted(quoteLine, ImportLimits.CELL_LENGTH), "Check for a quote that is never closed, or shorten the cell.");
        }
        return position;
    }

    private int endRecord(int position) {
        boolean header = !headerSeen && !blank && startLine >= headerLine;
        countLine();
        records += headerSeen ? 1 : 0;
        if (header) {
            headerSeen = true;
            offset = -position;   // from here on blocks are counted
        }
        recordStart = true;
        place = buffer[position - 1] == '\r' ? Place.AFTER_RETURN : Place.CELL_START;
        return position;
    }

    private void countLine() {
        line++;
        if (taking) {
            lineOut++;
        }
    }

    private void requireClosed() {
        if (place == Place.QUOTED) {
            throw FileChecks.problem(file, "quote-open", "The quote opened in line %d is never closed.".formatted(quoteLine),
                    "Close it, or double it if it belongs to the text.");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
