package lathe.engine.adapter.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import lathe.engine.data.NumberStyle;
import lathe.engine.export.CellType;
import lathe.engine.export.OutputCell;
import lathe.engine.export.RowSink;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// Rows of a Parquet file: appended to a table of a temporary database, copied into the file at the end.
final class ParquetSink implements RowSink {

    private static final String TABLE = "gathered";

    private final Path file;
    private final List<CellType> types;
    private final Path folder;
    private final Connection connection;
    private final List<String> names = new ArrayList<>();
    private @Nullable DuckDBAppender appender;

    ParquetSink(Path file, List<CellType> types) throws IOException {
        this.file = file.toAbsolutePath().normalize();
        this.types = List.copyOf(types);
        // Beside the target there is room for it; a system's folder for temporary files may lie in memory.
        this.folder = Files.createTempDirectory(this.file.getParent(), ".lathe-rows");
        Connection opened = null;
        try {
            opened = DriverManager.getConnection("jdbc:duckdb:");
            this.connection = opened;
            configure();
        } catch (SQLException e) {
            DuckDb.closeQuietly(opened);
            removeFolder();
            throw broken(e);
        }
    }

    private void configure() throws SQLException {
        execute("SET autoinstall_known_extensions = false");
        execute("SET autoload_known_extensions = false");
        execute("SET memory_limit = '512MB'");
        execute("SET TimeZone = 'UTC'");
        execute("SET temp_directory = " + Sql.literal(folder.resolve("spill").toString()));
        execute("ATTACH " + Sql.literal(folder.resolve("rows.duckdb").toString()) + " AS " + TABLE);
        execute("SET allowed_paths = [" + Sql.literal(file.toString()) + "]");
        execute("SET allowed_directories = [" + Sql.literal(folder.toString()) + "]");
        execute("SET enable_external_access = false");
        execute("SET lock_configuration = true");
        StringBuilder columns = new StringBuilder();
        for (int i = 0; i < types.size(); i++) {
            columns.append(i == 0 ? "" : ", ").append('c').append(i).append(' ').append(type(types.get(i)));
        }
        execute("CREATE TABLE " + TABLE + ".main.t (" + columns + ")");
    }

    private static String type(CellType type) {
        return switch (type) {
            case NUMBER -> "DOUBLE";
            case TEXT -> "VARCHAR";
            case BOOLEAN -> "BOOLEAN";
            case MOMENT -> "TIMESTAMP";
        };
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void row(List<OutputCell> cells) throws IOException {
        if (cells.size() != types.size()) {
            throw new IllegalArgumentException("a row must have %d cells, had %d".formatted(types.size(), cells.size()));
        }
        try {
            DuckDBAppender into = appender;
            if (into == null) {
                cells.forEach(cell -> names.add(text(cell)));
                appender = connection.unwrap(DuckDBConnection.class).createAppender(TABLE, "main", "t");
                return;
            }
            into.beginRow();
            for (int i = 0; i < cells.size(); i++) {
                append(into, types.get(i), cells.get(i));
            }
            into.endRow();
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    private static void append(DuckDBAppender into, CellType type, OutputCell cell) throws SQLException {
        if (type == CellType.NUMBER && cell instanceof OutputCell.Numeric numeric) {
            into.append(numeric.value());
            return;
        }
        String text = text(cell);
        if (text.isEmpty()) {
            into.appendNull();
            return;
        }
        switch (type) {
            case NUMBER -> into.append(Double.parseDouble(text));
            case TEXT -> into.append(text);
            case BOOLEAN -> into.append(text.equals("true"));
            case MOMENT -> into.appendEpochMicros(micros(text));
        }
    }

    private static long micros(String text) {
        LocalDateTime time = text.length() == 10 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text);
        return ChronoUnit.MICROS.between(LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC), time);
    }

    private static String text(OutputCell cell) {
        return switch (cell) {
            case OutputCell.Numeric number -> NumberStyle.write(number.value());
            case OutputCell.Exact exact -> exact.text();
            case OutputCell.Text text -> text.text();
        };
    }

    @Override
    public void complete() throws IOException {
        try {
            DuckDBAppender full = appender;
            if (full != null) {
                full.close();
            }
            execute("COPY (SELECT " + String.join(", ", selected()) + " FROM " + TABLE + ".main.t) TO " + Sql.literal(file.toString())
                    + " (FORMAT parquet, COMPRESSION zstd)");
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    // DuckDB takes names for equal that differ in case only, so such ones are told apart by a number.
    private List<String> selected() {
        Set<String> taken = new HashSet<>();
        List<String> selected = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            for (int again = 2; !taken.add(name.toLowerCase(Locale.ROOT)); again++) {
                name = names.get(i) + " (" + again + ")";
            }
            selected.add("c" + i + " AS " + Sql.identifier(name));
        }
        return selected;
    }

    private static IOException broken(SQLException e) {
        String said = e.getMessage() == null ? "no reason given" : e.getMessage().lines().findFirst().orElse("");
        return new IOException(said, e);
    }

    @Override
    public void close() throws IOException {
        DuckDb.closeQuietly(connection);
        removeFolder();
    }

    private void removeFolder() throws IOException {
        try (Stream<Path> left = Files.walk(folder)) {
            for (Path path : left.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
