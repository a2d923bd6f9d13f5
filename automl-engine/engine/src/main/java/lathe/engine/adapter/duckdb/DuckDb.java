package lathe.engine.adapter.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import lathe.engine.data.FileChecks;
import lathe.scoring.ProblemException;
import org.jspecify.annotations.Nullable;

/// One in-memory database for the reading of one file: it sees that file only, loads no extension, keeps to a memory limit
/// and spills into a folder of its own.
final class DuckDb implements AutoCloseable {

    private final Path named;
    private final Path file;
    private final Path spill;
    private final Connection connection;

    DuckDb(Path file) {
        this.named = file;
        Connection opened = null;
        try {
            this.spill = Files.createTempDirectory("lathe-duckdb");
            Path whole = file.toAbsolutePath().normalize();
            this.file = Sql.isPattern(whole.toString()) ? Files.copy(file, spill.resolve("input.parquet")) : whole;
            Properties properties = new Properties();
            properties.setProperty("jdbc_stream_results", "true");
            opened = DriverManager.getConnection("jdbc:duckdb:", properties);
            this.connection = opened;
            configure();
        } catch (IOException e) {
            throw FileChecks.unreadable(file, e);
        } catch (SQLException e) {
            closeQuietly(opened);
            throw broken(e);
        }
    }

    private void configure() throws SQLException {
        List<String> settings = List.of(
                "SET autoinstall_known_extensions = false", "SET autoload_known_extensions = false",
                "SET memory_limit = '512MB'", "SET TimeZone = 'UTC'",
                "SET temp_directory = " + Sql.literal(spill.toString()),
                "SET allowed_paths = [" + Sql.literal(file.toString()) + "]",
                "SET enable_external_access = false", "SET lock_configuration = true");
        for (String setting : settings) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(setting);
            }
        }
    }

    /// A query over the file.
    ///
    /// @param select what to select, names already quoted
    PreparedStatement query(String select) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(
                "SELECT " + select + " FROM read_parquet(?, hive_partitioning = false)");
        statement.setString(1, file.toString());
        return statement;
    }

    /// Rows of the file, which it says without being read.
    long rows() throws SQLException {
        try (PreparedStatement statement = query("count(*)"); ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    /// A query over the rows of some blocks of the file, in their order.
    ///
    /// @param blocks one character a block: 1 where its rows are wanted, otherwise 0
    PreparedStatement query(String select, String blocks, int blockRows) throws SQLException {
        PreparedStatement statement = connection.prepareStatement("SELECT " + select
                + " FROM read_parquet(?, hive_partitioning = false, file_row_number = true)"
                + " WHERE get_bit(CAST(? AS BIT), CAST(file_row_number // " + blockRows + " AS INTEGER)) = 1");
        statement.setString(1, file.toString());
        statement.setString(2, blocks);
        return statement;
    }

    /// What DuckDB said, as a problem of the file.
    ProblemException broken(SQLException e) {
        String said = e.getMessage() == null ? "no reason given" : e.getMessage().lines().findFirst().orElse("");
        return FileChecks.problem(named, "parquet-broken", "The Parquet file cannot be read (%s).".formatted(said),
                "Write it again with the program it comes from.");
    }

    static void closeQuietly(@Nullable Connection opened) {
        try {
            if (opened != null) {
                opened.close();
            }
        } catch (SQLException alreadyBroken) {
            // The first problem is the one to tell.
        }
    }

    @Override
    public void close() {
        closeQuietly(connection);
        try (Stream<Path> left = Files.list(spill)) {
            for (Path path : left.toList()) {
                Files.deleteIfExists(path);
            }
            Files.deleteIfExists(spill);
        } catch (IOException leftBehind) {
            spill.toFile().deleteOnExit();
        }
    }
}
