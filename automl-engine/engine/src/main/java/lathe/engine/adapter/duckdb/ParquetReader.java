package lathe.engine.adapter.duckdb;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import lathe.engine.data.CellKind;
import lathe.engine.data.FileChecks;
import lathe.engine.data.ImportLimits;
import lathe.engine.data.ImportNote;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.NestedShape;
import lathe.engine.data.RawSource;
import lathe.engine.data.ReadWatch;
import lathe.engine.data.TableReader;
import lathe.scoring.ProblemException;
import tools.jackson.core.JacksonException;

/// Parquet. Numbers, dates and truth values keep the file's types; structs become dotted columns, lists become lists.
public final class ParquetReader implements TableReader {

    private static final Set<String> ENDINGS = Set.of("parquet", "pq");
    private static final Set<String> NUMBERS = Set.of("TINYINT", "SMALLINT", "INTEGER", "UTINYINT", "USMALLINT", "UINTEGER",
            "FLOAT", "DOUBLE");
    private static final Set<String> WIDE_NUMBERS = Set.of("BIGINT", "UBIGINT", "HUGEINT", "UHUGEINT");
    private static final String EXACT = "9007199254740992";   // 2^53

    @Override
    public String id() {
        return "parquet";
    }

    @Override
    public boolean reads(Path file) {
        return ENDINGS.contains(FileChecks.ending(file)) || FileChecks.startsWith(file, 'P', 'A', 'R', '1');
    }

    @Override
    public RawSource open(Path file, ImportOptions options, ReadWatch watch) {
        if (!FileChecks.startsWith(file, 'P', 'A', 'R', '1')) {
            throw FileChecks.problem(file, "parquet-broken", "The file does not begin as a Parquet file must.",
                    "Give it the ending of its real format, or write it again.");
        }
        DuckDb database = new DuckDb(file);
        try {
            List<ImportNote> notes = new ArrayList<>();
            return new ParquetSource(database, columns(database, notes, watch), notes, watch, options.sample());
        } catch (SQLException e) {
            database.close();
            throw database.broken(e);
        } catch (JacksonException e) {
            database.close();
            throw FileChecks.problem(file, "parquet-broken", "A nested value goes beyond a limit (at most %d deep, %d characters)."
                    .formatted(ImportLimits.DEPTH, ImportLimits.CELL_LENGTH), "Leave this column out.");
        } catch (ProblemException | CancellationException e) {
            database.close();
            throw e;
        }
    }

    @Override
    public boolean draws(Path file, ImportOptions options) {
        return true;
    }

    private static List<ParquetColumn> columns(DuckDb database, List<ImportNote> notes, ReadWatch watch) throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> types = new ArrayList<>();
        try (PreparedStatement statement = database.query("*"); ResultSet rows = statement.executeQuery()) {
            ResultSetMetaData meta = rows.getMetaData();
            for (int i = 1; i <= meta.getColumnCount(); i++) {
                names.add(meta.getColumnName(i));
                types.add(meta.getColumnTypeName(i));
            }
        }
        List<ParquetColumn> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            watch.requireWanted();
            columns.add(column(database, names.get(i), types.get(i), notes, watch));
        }
        return columns;
    }

    private static ParquetColumn column(DuckDb database, String name, String type, List<ImportNote> notes, ReadWatch watch)
            throws SQLException {
        String quoted = Sql.identifier(name);
        String text = "CAST(" + quoted + " AS VARCHAR)";
        if (type.endsWith("]") || type.startsWith("STRUCT") || type.startsWith("MAP") || type.startsWith("UNION")
                || type.equals("JSON") || type.equals("VARIANT")) {
            String json = "CAST(to_json(" + quoted + ") AS VARCHAR)";
            return new ParquetColumn.OfNested(name, json, shape(database, name, json, watch).columns());
        }
        if (NUMBERS.contains(type) || type.startsWith("DECIMAL")
                || WIDE_NUMBERS.contains(type) && fitsDouble(database, quoted)) {
            return new ParquetColumn.OfNumbers(name, "CAST(" + quoted + " AS DOUBLE)");
        }
        if (WIDE_NUMBERS.contains(type)) {
            return new ParquetColumn.OfTexts(name, text, CellKind.NUMBER);
        }
        if (type.equals("BOOLEAN")) {
            return new ParquetColumn.OfTexts(name, text, CellKind.BOOLEAN);
        }
        if (type.equals("DATE")) {
            return new ParquetColumn.OfTexts(name, text, CellKind.DATE);
        }
        if (type.startsWith("TIMESTAMP")) {
            return new ParquetColumn.OfTexts(name, moment(quoted, type), CellKind.DATE);
        }
        if (type.equals("BLOB")) {
            notes.add(new ImportNote("binary-column", name,
                    "Column '%s' holds binary data; only its length in bytes was read.".formatted(name)));
            return new ParquetColumn.OfNumbers(name, "CAST(octet_length(" + quoted + ") AS DOUBLE)");
        }
        return new ParquetColumn.OfTexts(name, text, CellKind.TEXT);
    }

    private static String moment(String quoted, String type) {
        String local = type.equals("TIMESTAMP WITH TIME ZONE") ? quoted + " AT TIME ZONE 'UTC'" : quoted;
        return "strftime(CAST(" + local + " AS TIMESTAMP), '%Y-%m-%dT%H:%M:%S.%f')";
    }

    private static boolean fitsDouble(DuckDb database, String quoted) throws SQLException {
        String test = "coalesce(min(%s) >= -%s AND max(%s) <= %s, true)".formatted(quoted, EXACT, quoted, EXACT);
        try (PreparedStatement statement = database.query(test); ResultSet rows = statement.executeQuery()) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private static NestedShape shape(DuckDb database, String name, String json, ReadWatch watch) throws SQLException {
        NestedShape shape = new NestedShape();
        try (PreparedStatement statement = database.query(json); ResultSet rows = statement.executeQuery()) {
            for (int seen = 0; seen < watch.wantedRows() && rows.next(); seen++) {
                watch.row();
                String text = rows.getString(1);
                shape.observe(ParquetColumn.OfNested.wrapped(name, text == null ? "" : text));
            }
        }
        return shape;
    }
}
