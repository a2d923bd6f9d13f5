package lathe.engine.adapter.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.Imported;
import lathe.engine.data.RowSample;
import lathe.engine.data.TableImport;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.ProblemException;
import lathe.scoring.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetImportTest {

    @TempDir
    private Path folder;

    private Imported read(String name, String rows) throws SQLException {
        Path file = folder.resolve(name);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:"); Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'America/New_York'");
            statement.execute("COPY (" + rows + ") TO " + Sql.literal(file.toString()) + " (FORMAT parquet)");
        }
        return new TableImport().read(file, ImportOptions.defaults());
    }

    @Test
    void blocksOfRowsAreDrawn() throws SQLException {
        read("long.parquet", "SELECT range AS number, 'x' || (range % 7) AS kind FROM range(200000)");
        ImportOptions options = ImportOptions.defaults().withSample(new RowSample(0.1, 4));
        Imported drawn = new TableImport().read(folder.resolve("long.parquet"), options);
        NumberColumn numbers = drawn.table().numbers("number");
        assertEquals(20_000, numbers.rows(), 1_000);
        int[] perTenth = new int[10];
        for (int row = 0; row < numbers.rows(); row++) {
            assertTrue(row == 0 || numbers.value(row) > numbers.value(row - 1), "in the order of the file");
            perTenth[(int) (numbers.value(row) / 20_000)]++;
        }
        assertTrue(Arrays.stream(perTenth).allMatch(count -> count > 1_000), Arrays.toString(perTenth));
        assertTrue(drawn.report().notes().stream().anyMatch(note -> note.sentence().contains("of about 200,000 rows")));
        assertEquals(drawn.table().rows(), new TableImport().read(folder.resolve("long.parquet"), options).table().rows());
    }

    @Test
    void everyKindOfColumnReads() throws SQLException {
        Imported imported = read("kinds.parquet", """
                SELECT 1::SMALLINT AS s, 9007199254740993::BIGINT AS big, 1700000000000::BIGINT AS id, 12.34::DECIMAL(12,2) AS amount,
                       true AS ok, DATE '2024-02-29' AS day, TIMESTAMP '2024-02-29 10:30:00.25' AS ts,
                       TIMESTAMPTZ '2024-02-29 10:30:00+02' AS tz, ['a', 'b'] AS tags, [0.5::FLOAT, 1.5::FLOAT] AS embedding,
                       {'city': 'Graz', 'geo': {'lat': 47.1}} AS address, MAP {'k1': 1, 'k2': 2} AS attrs,
                       [{'sku': 'x', 'n': 2}] AS items, 'abc'::BLOB AS thumb, 'x"y' AS "odd ""name""\", '' AS empty
                UNION ALL
                SELECT NULL, 1, 2, NULL, NULL, NULL, NULL, NULL, [], NULL, NULL, NULL, NULL, NULL, NULL, NULL
                """);
        Table table = imported.table();
        assertEquals(List.of("s", "big", "id", "amount", "ok", "day", "ts", "tz", "tags", "embedding", "address.city", "address.geo.lat",
                "attrs.k1", "attrs.k2", "items.sku", "items.n", "thumb", "odd \"name\"", "empty"), table.schema().names());
        assertEquals("9007199254740993", table.strings("big").text(0));
        assertEquals(1.7e12, table.numbers("id").value(0));
        assertEquals(12.34, table.numbers("amount").value(0));
        assertEquals(List.of("true", "2024-02-29", "2024-02-29T10:30:00.25", "2024-02-29T08:30:00"), List.of(table.strings("ok").text(0),
                table.strings("day").text(0), table.strings("ts").text(0), table.strings("tz").text(0)));
        assertEquals("a" + Table.LIST_SEPARATOR + "b", table.strings("tags").text(0));
        assertEquals("0.5" + Table.LIST_SEPARATOR + "1.5", table.strings("embedding").text(0));
        assertEquals("Graz", table.strings("address.city").text(0));
        assertEquals(47.1, table.numbers("address.geo.lat").value(0));
        assertEquals(2.0, table.numbers("attrs.k2").value(0));
        assertEquals(List.of("x", "2"), List.of(table.strings("items.sku").text(0), table.strings("items.n").text(0)));
        assertEquals(FieldType.LIST, table.schema().field("items.n").type());
        assertEquals(3.0, table.numbers("thumb").value(0));
        for (String name : table.schema().names()) {
            assertTrue(name.equals("big") || name.equals("id") || table.column(name).isMissing(1), name);
        }
        assertTrue(table.strings("empty").isMissing(0));
        assertTrue(imported.report().notes().stream().anyMatch(note -> note.code().equals("binary-column")));
    }

    @Test
    void wildCardsAndQuotesInTheFileNameMeanThemselves() throws SQLException {
        read("b1.parquet", "SELECT 99 AS x");
        assertEquals(7.0, read("b[1]'.parquet", "SELECT 7 AS x").table().numbers("x").value(0));
        assertEquals(List.of("x"), read("k=5.parquet", "SELECT 8 AS x").table().schema().names());
    }

    @Test
    void brokenFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("t.parquet"), "PAR1 nothing behind");
        ProblemException e = assertThrows(ProblemException.class, () -> new TableImport().read(file, ImportOptions.defaults()));
        assertEquals("parquet-broken", e.problem().code());
    }

    @Test
    void otherFilesAreOutOfReach() throws SQLException, IOException {
        Path own = folder.resolve("own.parquet");
        Path other = Files.writeString(folder.resolve("other.csv"), "a\n1\n");
        read("own.parquet", "SELECT 1 AS x");
        try (DuckDb database = new DuckDb(own)) {
            String theft = "(SELECT count(*) FROM read_csv(" + Sql.literal(other.toString()) + "))";
            assertThrows(SQLException.class, () -> database.query(theft).executeQuery().close());
        }
    }
}
