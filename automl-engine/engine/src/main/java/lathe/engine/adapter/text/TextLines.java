package lathe.engine.adapter.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lathe.engine.data.FileChecks;
import lathe.engine.data.ReadWatch;
import lathe.engine.progress.CancelToken;

/// The first lines of a text file as a person would see them in an editor.
final class TextLines {

    // A file without line ends must not be read to its end for its first line.
    private static final int MOST_CHARACTERS = 4 << 20;

    private TextLines() {
    }

    /// @param charset name given by the user, or empty
    static List<String> first(Path file, String charset, int most, int length) {
        TextCharset found = TextCharset.of(file, charset, ReadWatch.head(most, new CancelToken()));
        try (InputStream in = TextBytes.open(file)) {
            in.skipNBytes(found.markSize());
            return lines(new InputStreamReader(in, found.charset()), most, length);
        } catch (IOException e) {
            throw FileChecks.unreadable(file, e);
        }
    }

    private static List<String> lines(Reader reader, int most, int length) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        boolean afterReturn = false;
        char[] buffer = new char[1 << 14];
        int read = 0;
        int count = reader.read(buffer);
        while (count >= 0 && read < MOST_CHARACTERS && lines.size() < most) {
            for (int i = 0; i < count && lines.size() < most; i++) {
                char c = buffer[i];
                boolean second = c == '\n' && afterReturn;
                afterReturn = c == '\r';
                if (c != '\n' && c != '\r') {
                    if (line.length() < length) {
                        line.append(c);
                    }
                } else if (!second) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
            }
            read += count;
            count = reader.read(buffer);
        }
        if (!line.isEmpty() && lines.size() < most) {
            lines.add(line.toString());
        }
        return lines;
    }
}
