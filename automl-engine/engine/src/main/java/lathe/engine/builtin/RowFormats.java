package lathe.engine.builtin;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import lathe.engine.adapter.duckdb.ParquetFormat;
import lathe.engine.adapter.excel.ExcelFormat;
import lathe.engine.export.CsvFormat;
import lathe.engine.export.RowFormat;

/// The formats a scored table may be written to.
public final class RowFormats {

    private static final RowFormat CSV = new CsvFormat();

    public static final List<RowFormat> ALL = List.of(CSV, new ExcelFormat(), new ParquetFormat());

    private RowFormats() { }

    /// By the file's ending; CSV if it says nothing.
    public static RowFormat of(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ALL.stream().filter(format -> name.endsWith(format.ending())).findFirst().orElse(CSV);
    }
}
