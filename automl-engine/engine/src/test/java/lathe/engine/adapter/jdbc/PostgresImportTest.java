package lathe.engine.adapter.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import lathe.engine.data.DatabasePasswords;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.ImportPreview;
import lathe.engine.data.TableImport;
import lathe.engine.progress.CancelToken;
import lathe.scoring.FieldType;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.Table;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;

/// A real PostgreSQL server. Skipped, and said so, on machines without one.
class PostgresImportTest {

    @TempDir
    private static Path folder;
    @TempDir
    private static Path serverFolder;

    private static final AtomicReference<String> ANSWER = new AtomicReference<>(PostgresServer.PASSWORD);
    private static @Nullable PostgresServer server;

    @BeforeAll
    static void start() throws IOException, InterruptedException, SQLException {
        Optional<Path> programs = PostgresServer.programs();
        if (programs.isEmpty()) {
            System.err.println("SKIPPED: no PostgreSQL on this machine, reading from a real server is NOT tested");
        }
        assumeTrue(programs.isPresent(), "no PostgreSQL on this machine");
        PostgresServer started = PostgresServer.start(programs.get(), serverFolder);
        server = started;
        DatabasePasswords.askWith(purpose -> Optional.of(ANSWER.get()));
        try (Connection connection = started.connect(); Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA shop");
            statement.execute("""
                    CREATE TABLE shop."Orders; x" (id bigint, price numeric(10,2), ok boolean, day date, at timestamptz, kind text,
                        tags text[], thumb bytea, extra jsonb)""");
            statement.execute("""
                    INSERT INTO shop."Orders; x" SELECT i, i / 4.0, i % 2 = 0, date '2024-01-01' + i % 100,
                        timestamptz '2024-01-01 12:00:00+02' , CASE WHEN i % 3 = 0 THEN NULL ELSE 'ä' || i % 5 END,
                        ARRAY['a', 'b'], '\\x00', '{"k": 1}' FROM generate_series(1, 5000) AS i""");
        }
    }

    @AfterAll
    static void stop() throws IOException {
        DatabasePasswords.askWith(purpose -> Optional.empty());
        if (server != null) {
            server.close();
        }
    }

    private static Path describe(String rest) throws IOException {
        return Files.writeString(folder.resolve("shop.jdbc.yaml"),
                "url: %s\nuser: %s\n%s\n".formatted(server == null ? "" : server.url(), PostgresServer.USER, rest));
    }

    private static Problem refused(Path file) {
        return assertThrows(ProblemException.class, () -> new TableImport().read(file, ImportOptions.defaults())).problem();
    }

    @Test
    void aTableIsReadWithItsTypes() throws IOException {
        Table table = new TableImport().read(describe("table: 'shop.Orders; x'"), ImportOptions.defaults()).table();

        assertEquals(5000, table.rows());
        assertEquals(1.25, table.numbers("price").value(4));
        assertEquals(FieldType.NUMBER, table.schema().field("id").type());
        assertEquals(FieldType.BOOLEAN, table.schema().field("ok").type());
        assertEquals("2024-01-02", table.strings("day").text(0));
        assertTrue(table.strings("at").text(0).startsWith("2024-01-01T10:00"), table.strings("at").text(0));
        assertEquals("a\u001Fb", table.strings("tags").text(0));
        assertFalse(table.schema().find("thumb").isPresent());
    }

    @Test
    void aQueryIsPreviewedWithoutReadingAll() throws IOException {
        ImportPreview preview = new TableImport().preview(describe("query: SELECT a.i AS n FROM generate_series(1, 10000000) AS a(i)"),
                ImportOptions.defaults(), 10);

        assertEquals(10, preview.imported().table().rows());
        assertFalse(preview.whole());
    }

    @Test
    void nothingCanBeWritten() throws IOException {
        assertEquals("database-description", refused(describe("query: DROP TABLE x")).code());
        Problem problem = refused(describe("query: WITH gone AS (DELETE FROM shop.\"Orders; x\" RETURNING id) SELECT id FROM gone"));
        assertTrue(problem.what().contains("read-only"), problem.what());
    }

    @Test
    void aSlowQueryEndsInTime() throws IOException {
        Problem problem = refused(describe("query: SELECT pg_sleep(20) AS s\ntimeout_seconds: 1"));

        assertEquals("database-refused", problem.code());
    }

    @Test
    void aQueryIsStoppedWhenAsked() throws IOException {
        Path file = describe("query: SELECT pg_sleep(20) AS s");
        CancelToken cancel = new CancelToken();
        Thread.ofVirtual().start(cancel::cancel);

        assertThrows(CancellationException.class, () -> new TableImport().read(file, ImportOptions.defaults(), cancel, progress -> { }));
    }

    @Test
    void aWrongPasswordIsNotRepeated() throws IOException {
        ANSWER.set("wrong-and-private");
        try {
            DatabasePasswords.forget("user '%s' of shop.jdbc.yaml".formatted(PostgresServer.USER));
            Problem problem = refused(describe("table: x"));

            assertEquals("database-login", problem.code());
            assertFalse(problem.message().contains("wrong-and-private"));
        } finally {
            ANSWER.set(PostgresServer.PASSWORD);
        }
    }
}
