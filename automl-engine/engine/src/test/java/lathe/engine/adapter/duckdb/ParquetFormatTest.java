package lathe.engine.adapter.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lathe.engine.export.CellType;
import lathe.engine.export.OutputCell;
import lathe.engine.export.RowSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetFormatTest {

    private static final List<CellType> FOUR = List.of(CellType.TEXT, CellType.NUMBER, CellType.BOOLEAN, CellType.MOMENT);

    @TempDir
    private Path folder;

    private static OutputCell cell(String text) {
        return new OutputCell.Exact(text);
    }

    private static List<OutputCell> exact(String... texts) {
        return Stream.of(texts).map(ParquetFormatTest::cell).toList();
    }

    private List<String> query(Path file, String select) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:"); Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(select.replace("FILE", Sql.literal(file.toString())))) {
            int width = result.getMetaData().getColumnCount();
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= width; i++) {
                    row.append(i == 1 ? "" : "|").append(result.getString(i));
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }

    @Test
    void columnsHaveTypesAndCellsKeepTheirValues() throws IOException, SQLException {
        Path file = folder.resolve("it's [1] *.parquet");
        try (RowSink sink = new ParquetFormat().open(file, FOUR)) {
            sink.row(exact("a \"b\"", "n", "yes", "when"));
            sink.row(List.of(new OutputCell.Text("=1+1"), new OutputCell.Numeric(0.1), cell("true"), cell("2024-03-01")));
            sink.row(List.of(new OutputCell.Numeric(7), cell("NaN"), cell("false"), cell("1969-12-31T23:59:58.5")));
            sink.row(List.of(OutputCell.NOTHING, OutputCell.NOTHING, OutputCell.NOTHING, OutputCell.NOTHING));
            sink.complete();
        }
        Path plain = Files.move(file, folder.resolve("plain.parquet"));
        assertEquals(List.of("a \"b\"|VARCHAR", "n|DOUBLE", "yes|BOOLEAN", "when|TIMESTAMP"),
                query(plain, "SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM read_parquet(FILE))"));
        assertEquals(List.of("=1+1|0.1|true|2024-03-01 00:00:00.0", "7|NaN|false|1969-12-31 23:59:58.5", "null|null|null|null"),
                query(plain, "SELECT * FROM read_parquet(FILE)"));
        assertEquals(List.of(plain), list(), "nothing else is left");
    }

    private List<Path> list() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void namesThatDifferInCaseOnlyAreToldApart() throws IOException, SQLException {
        Path file = folder.resolve("names.parquet");
        try (RowSink sink = new ParquetFormat().open(file, List.of(CellType.TEXT, CellType.TEXT))) {
            sink.row(exact("Id", "ID"));
            sink.row(exact("1", "2"));
            sink.complete();
        }
        assertEquals(List.of("Id", "ID (2)"), query(file, "SELECT column_name FROM (DESCRIBE SELECT * FROM read_parquet(FILE))"));
    }

    @Test
    void whatWasNotCompletedLeavesNothing() throws IOException {
        try (RowSink sink = new ParquetFormat().open(folder.resolve("half.parquet"), List.of(CellType.NUMBER))) {
            sink.row(exact("n"));
            sink.row(List.of(new OutputCell.Numeric(1)));
        }
        assertEquals(List.of(), list());
    }

    @Test
    void manyRowsKeepTheirOrder() throws IOException, SQLException {
        Path file = folder.resolve("many.parquet");
        try (RowSink sink = new ParquetFormat().open(file, List.of(CellType.NUMBER, CellType.TEXT))) {
            sink.row(exact("n", "t"));
            for (int i = 0; i < 300_000; i++) {
                sink.row(List.of(new OutputCell.Numeric(i), new OutputCell.Text("row " + i)));
            }
            sink.complete();
        }
        assertEquals(List.of("300000|300000"), query(file,
                "SELECT count(*), sum(CASE WHEN n = file_row_number AND t = 'row ' || file_row_number THEN 1 ELSE 0 END) FROM read_parquet(FILE, file_row_number = true)"));
    }

    @Test
    void aRowOfAnotherWidthIsRefused() throws IOException {
        try (RowSink sink = new ParquetFormat().open(folder.resolve("wide.parquet"), List.of(CellType.NUMBER))) {
            assertThrows(IllegalArgumentException.class, () -> sink.row(exact("n", "m")));
        }
    }
}
