package lathe.engine.adapter.excel;

import java.util.List;
import lathe.engine.data.ImportReport;
import lathe.engine.data.RawSource;
import lathe.engine.data.RawTable;

/// A table read whole, handed out in parts.
final class ExcelSource implements RawSource {

    private final RawTable table;
    private final ImportReport report;
    private int taken;

    ExcelSource(RawTable table, ImportReport report) {
        this.table = table;
        this.report = report;
    }

    @Override
    public List<String> names() {
        return table.names();
    }

    @Override
    public RawTable next(int maxRows) {
        int from = taken;
        taken = (int) Math.min(table.rows(), (long) taken + maxRows);
        return table.slice(from, taken);
    }

    @Override
    public ImportReport report() {
        return report;
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
