package lathe.engine.adapter.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import lathe.engine.data.FileChecks;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.NestedShape;
import lathe.engine.data.RawSource;
import lathe.engine.data.ReadWatch;
import lathe.engine.data.TableReader;
import tools.jackson.databind.JsonNode;

/// JSON lines, or one JSON array of objects. Read twice: once for the columns all records make, once for the cells.
public final class JsonLinesReader implements TableReader {

    private static final Set<String> ENDINGS = Set.of("json", "jsonl", "ndjson");
    private static final Set<String> OTHERS = Set.of("csv", "tsv", "tab", "txt", "data", "dat", "parquet", "pq", "xlsx", "xlsm");

    private static final double SCAN_SHARE = 0.05;
    private static final double SHAPE_SHARE = 0.5;

    @Override
    public String id() {
        return "jsonl";
    }

    @Override
    public boolean reads(Path file) {
        String ending = FileChecks.ending(file);
        byte[] head = FileChecks.head(file, 1);
        boolean json = head.length > 0 && (head[0] == '{' || head[0] == '[');
        return ENDINGS.contains(ending) || !OTHERS.contains(ending) && json;
    }

    @Override
    public RawSource open(Path file, ImportOptions options, ReadWatch watch) {
        String kind = FileChecks.binaryKind(file);
        if (!kind.isEmpty()) {
            throw FileChecks.problem(file, "not-text", "The file is not text; it looks like %s.".formatted(kind),
                    "Give it the ending of its real format.");
        }
        watch.part(0, SCAN_SHARE);
        TextCharset charset = TextCharset.of(file, options.charset(), watch);
        watch.part(SCAN_SHARE, SHAPE_SHARE);
        NestedShape shape = new NestedShape();
        try (JsonRecords records = new JsonRecords(file, charset, watch)) {
            int seen = 0;
            for (JsonNode next = records.next(); next != null && seen < watch.wantedRows(); next = records.next()) {
                shape.observe(next);
                watch.row();
                seen++;
            }
        }
        watch.part(SHAPE_SHARE, 1);
        return new JsonSource(new JsonRecords(file, charset, watch), charset.charset().name(), shape.columns(), watch);
    }

    @Override
    public List<String> lines(Path file, ImportOptions options, int most, int length) {
        return TextLines.first(file, options.charset(), most, length);
    }
}
