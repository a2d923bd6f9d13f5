package lathe.engine.adapter.text;

import java.util.Arrays;
import java.util.List;
import lathe.engine.data.ImportReport;
import lathe.engine.data.NestedCells;
import lathe.engine.data.NestedColumn;
import lathe.engine.data.RawSource;
import lathe.engine.data.RawTable;
import lathe.engine.data.ReadWatch;
import tools.jackson.databind.JsonNode;

/// An opened JSON file whose columns are known.
final class JsonSource implements RawSource {

    private final JsonRecords records;
    private final ReadWatch watch;
    private final String charset;
    private final List<NestedColumn> columns;

    JsonSource(JsonRecords records, String charset, List<NestedColumn> columns, ReadWatch watch) {
        this.watch = watch;
        this.records = records;
        this.charset = charset;
        this.columns = columns;
    }

    @Override
    public List<String> names() {
        return columns.stream().map(NestedColumn::name).toList();
    }

    @Override
    public RawTable next(int maxRows) {
        NestedCells cells = new NestedCells(columns);
        int[] lines = new int[64];
        int rows = 0;
        while (rows < maxRows) {
            JsonNode node = records.next();
            if (node == null) {
                break;
            }
            cells.add(node);
            if (rows == lines.length) {
                lines = Arrays.copyOf(lines, rows * 2);
            }
            lines[rows++] = records.line();
            watch.row();
        }
        return new RawTable(names(), cells.build(), "line", Arrays.copyOf(lines, rows));
    }

    @Override
    public ImportReport report() {
        return ImportReport.ofText("jsonl", charset, "", 0);
    }

    @Override
    public void close() {
        records.close();
    }
}
