package lathe.engine.adapter.text;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import lathe.engine.data.FileChecks;
import lathe.engine.data.ReadWatch;

/// The character set of a text file: by its byte order mark, then by whether all its bytes are valid UTF-8, then by
/// ICU's guess over the lines that are not ASCII.
///
/// @param charset  the set
/// @param markSize bytes of the byte order mark
record TextCharset(Charset charset, int markSize) {

    private static final int SAMPLE = 1 << 16;
    private static final int LEAST_ZEROS = 20;
    private static final int MOST_OTHERS = 10;

    /// @param wanted name given by the user, or empty
    static TextCharset of(Path file, String wanted, ReadWatch watch) {
        TextCharset marked = marked(FileChecks.head(file, 4), file);
        if (!wanted.isEmpty()) {
            Charset named = named(file, wanted);
            return new TextCharset(named, marked.charset.equals(named) ? marked.markSize : 0);
        }
        if (marked.markSize > 0) {
            return marked;
        }
        try (InputStream in = TextBytes.open(file, watch)) {
            Scan scan = new Scan();
            byte[] buffer = new byte[SAMPLE];
            int count = in.read(buffer);
            while (count >= 0 && scan.bytes < watch.scannedBytes()) {
                scan.add(buffer, count);
                count = in.read(buffer);
            }
            return new TextCharset(scan.charset(file, count >= 0), 0);
        } catch (IOException e) {
            throw FileChecks.unreadable(file, e);
        }
    }

    private static Charset named(Path file, String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw FileChecks.problem(file, "charset-unknown", "There is no character set '%s'.".formatted(name),
                    "Usual ones are UTF-8, windows-1252, ISO-8859-1, UTF-16.");
        }
    }

    private static TextCharset marked(byte[] rawHead, Path file) {
        byte[] head = rawHead;
        if (FileChecks.startsWith(file, 0x1F, 0x8B)) {
            try (InputStream in = TextBytes.open(file)) {
                head = in.readNBytes(4);
            } catch (IOException e) {
                throw FileChecks.unreadable(file, e);
            }
        }
        if (starts(head, 0xEF, 0xBB, 0xBF)) {
            return new TextCharset(StandardCharsets.UTF_8, 3);
        }
        if (starts(head, 0xFF, 0xFE)) {
            return new TextCharset(StandardCharsets.UTF_16LE, 2);
        }
        return starts(head, 0xFE, 0xFF) ? new TextCharset(StandardCharsets.UTF_16BE, 2)
                : new TextCharset(StandardCharsets.UTF_8, 0);
    }

    private static boolean starts(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /// Reads all bytes once: are they UTF-8, are there zeros, and which lines are not ASCII.
    private static final class Scan {

        private final ByteArrayOutputStream sample = new ByteArrayOutputStream();
        private boolean utf8 = true;
        private int continuation;
        private int lead;
        private long evenZeros;
        private long oddZeros;
        private long bytes;

        void add(byte[] buffer, int count) {
            int sampled = 0;
            for (int i = 0; i < count; i++) {
                int b = buffer[i];
                if (b > 0 && continuation == 0) {
                    continue;
                }
                if (b == 0) {
                    evenZeros += 1 - ((bytes + i) & 1);
                    oddZeros += (bytes + i) & 1;
                }
                if (b < 0 || continuation > 0) {
                    checkUtf8(b & 0xFF);
                }
                if (b < 0 && i >= sampled && sample.size() < SAMPLE) {
                    sampled = sampleLine(buffer, i, sampled, count);
                }
            }
            bytes += count;
        }

        /// Copies the line around a byte, as far as the buffer has it; gives the position behind it.
        private int sampleLine(byte[] buffer, int at, int from, int to) {
            int start = at;
            while (start > from && buffer[start - 1] != '\n') {
                start--;
            }
            int end = at;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            int behind = Math.min(to, end + 1);
            sample.write(buffer, start, Math.min(behind - start, SAMPLE / 8));
            return behind;
        }

        private void checkUtf8(int b) {
            if (continuation > 0) {
                boolean overlongOrSurrogate = lead == 0xE0 && b < 0xA0 || lead == 0xED && b > 0x9F
                        || lead == 0xF0 && b < 0x90 || lead == 0xF4 && b > 0x8F;
                utf8 &= (b & 0xC0) == 0x80 && !overlongOrSurrogate;
                continuation--;
                lead = 0;
                return;
            }
            lead = b;
            if (b >= 0xC2 && b <= 0xDF) {
                continuation = 1;
            } else if (b >= 0xE0 && b <= 0xEF) {
                continuation = 2;
            } else if (b >= 0xF0 && b <= 0xF4) {
                continuation = 3;
            } else {
                utf8 = false;
            }
        }

        /// @param cut whether there are more bytes, so that the last character may be half
        Charset charset(Path file, boolean cut) {
            if (evenZeros + oddZeros > 0) {
                return wide(file);
            }
            if (utf8 && (continuation == 0 || cut)) {
                return StandardCharsets.UTF_8;
            }
            return guess();
        }

        private Charset wide(Path file) {
            // Few characters of other scripts have a zero where ASCII has its letter.
            if (oddZeros > bytes / LEAST_ZEROS && evenZeros * MOST_OTHERS < oddZeros) {
                return StandardCharsets.UTF_16LE;
            }
            if (evenZeros > bytes / LEAST_ZEROS && oddZeros * MOST_OTHERS < evenZeros) {
                return StandardCharsets.UTF_16BE;
            }
            String kind = FileChecks.binaryKind(file);
            throw FileChecks.problem(file, "not-text",
                    "The file is not text: it holds zero bytes%s.".formatted(kind.isEmpty() ? "" : " and looks like " + kind),
                    "Give it the ending of its real format, or save it as CSV.");
        }

        // Latin-1 has control characters where Windows has the euro sign, dashes and quotes.
        private boolean hasControls() {
            for (byte b : sample.toByteArray()) {
                if (b < -96) {
                    return true;
                }
            }
            return false;
        }

        private Charset guess() {
            CharsetMatch match = new CharsetDetector().setText(sample.toByteArray()).detect();
            String name = match == null || match.getName().equals("ISO-8859-1") && hasControls() ? "windows-1252" : match.getName();
            return Charset.isSupported(name) && !name.startsWith("UTF-") ? Charset.forName(name)
                    : Charset.forName("windows-1252");
        }
    }
}
