package lathe.engine.adapter.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import lathe.engine.data.FileChecks;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.RawSource;
import lathe.engine.data.ReadWatch;
import lathe.engine.data.TableReader;
import lathe.engine.progress.CancelToken;
import lathe.scoring.ProblemException;

/// CSV and TSV. Charset, separator, header line and comments are found here; every cell is handed on as text.
public final class CsvReader implements TableReader {

    private static final Set<String> ENDINGS = Set.of("csv", "tsv", "tab", "txt", "data", "dat");
    private static final Set<String> OTHERS = Set.of("json", "jsonl", "ndjson", "parquet", "pq", "xlsx", "xlsm", "xls",
            "yaml", "yml", "duckdb", "db");
    private static final int START = 1 << 17;
    private static final double SCAN_SHARE = 0.1;

    @Override
    public String id() {
        return "csv";
    }

    @Override
    public boolean reads(Path file) {
        String ending = FileChecks.ending(file);
        if (ENDINGS.contains(ending)) {
            return true;
        }
        byte[] head = FileChecks.head(file, 1);
        boolean json = head.length > 0 && (head[0] == '{' || head[0] == '[');
        return !OTHERS.contains(ending) && !json && FileChecks.binaryKind(file).isEmpty();
    }

    @Override
    public RawSource open(Path file, ImportOptions options, ReadWatch watch) {
        String kind = FileChecks.binaryKind(file);
        if (!kind.isEmpty()) {
            throw FileChecks.problem(file, "not-text", "The file is not text; it looks like %s.".formatted(kind),
                    "Give it the ending of its real format, or save it as CSV.");
        }
        watch.part(0, SCAN_SHARE);
        TextCharset charset = TextCharset.of(file, options.charset(), watch);
        try {
            String start;
            try (Reader reader = reader(file, charset, ReadWatch.none())) {
                start = start(reader);
            }
            boolean tab = FileChecks.ending(file).startsWith("t") && !FileChecks.ending(file).equals("txt");
            Dialect dialect = Dialect.of(file, start, options.separator(), options.headerRow(), tab);
            watch.part(SCAN_SHARE, 1);
            return options.sample().isAll() || !SampledText.reads(charset.charset(), dialect.separator())
                    ? source(file, charset, dialect, options, watch) : sampled(file, charset, dialect, options, watch);
        } catch (IOException e) {
            throw FileChecks.unreadable(file, e);
        }
    }

    private static CsvSource source(Path file, TextCharset charset, Dialect dialect, ImportOptions options, ReadWatch watch) throws IOException {
        Reader reader = reader(file, charset, watch);
        return source(reader, () -> new CsvSource(file, reader, charset.charset().name(), dialect, options, watch));
    }

    private static CsvSource sampled(Path file, TextCharset charset, Dialect dialect, ImportOptions options, ReadWatch watch)
            throws IOException {
        SampledText text = new SampledText(file, bytes(file, charset, watch), dialect.separator(), dialect.headerLine(), options.sample());
        Reader reader = reader(text, charset);
        return source(reader, () -> new CsvSource(file, reader, charset.charset().name(), dialect, options, watch, text));
    }

    private static CsvSource source(Reader reader, Supplier<CsvSource> opening) throws IOException {
        try {
            return opening.get();
        } catch (ProblemException | CancellationException ended) {
            reader.close();
            throw ended;
        }
    }

    /// True but for character sets in which a byte below 128 may be a part of a character.
    @Override
    public boolean draws(Path file, ImportOptions options) {
        return SampledText.reads(TextCharset.of(file, options.charset(), ReadWatch.head(1, new CancelToken())).charset(), ',');
    }

    @Override
    public List<String> lines(Path file, ImportOptions options, int most, int length) {
        return TextLines.first(file, options.charset(), most, length);
    }

    private static InputStream bytes(Path file, TextCharset charset, ReadWatch watch) throws IOException {
        InputStream in = TextBytes.open(file, watch);
        in.skipNBytes(charset.markSize());
        return in;
    }

    private static Reader reader(Path file, TextCharset charset, ReadWatch watch) throws IOException {
        return reader(bytes(file, charset, watch), charset);
    }

    private static Reader reader(InputStream in, TextCharset charset) {
        return new InputStreamReader(in, charset.charset().newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    private static String start(Reader reader) throws IOException {
        char[] buffer = new char[START];
        int used = 0;
        for (int count = 0; count >= 0 && used < START; count = reader.read(buffer, used, START - used)) {
            used += count;
        }
        return new String(buffer, 0, used);
    }
}
