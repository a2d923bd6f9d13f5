package lathe.engine.adapter.duckdb;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lathe.engine.export.CellType;
import lathe.engine.export.RowFormat;
import lathe.engine.export.RowSink;

/// Parquet with typed columns, packed with Zstandard. Rows are gathered in a database file beside the target, so that memory does
/// not grow with them.
public final class ParquetFormat implements RowFormat {

    @Override
    public String ending() {
        return ".parquet";
    }

    @Override
    public boolean isTyped() {
        return true;
    }

    @Override
    public RowSink open(Path file, List<CellType> types) throws IOException {
        return new ParquetSink(file, types);
    }
}
