package lathe.engine.adapter.jdbc;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import lathe.engine.data.FileChecks;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.RawSource;
import lathe.engine.data.ReadWatch;
import lathe.engine.data.TableReader;
import lathe.scoring.ProblemException;

/// Tables of databases: descriptions that end with `.jdbc.yaml`, and the files of DuckDB (`.duckdb`) and H2 (`.mv.db`), of
/// which [ImportOptions#sheet] names the table.
public final class JdbcReader implements TableReader {

    @Override
    public String id() {
        return "jdbc";
    }

    @Override
    public boolean reads(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return DatabaseQuery.isDescription(file) || name.endsWith(".duckdb") || name.endsWith(".mv.db");
    }

    @Override
    public RawSource open(Path file, ImportOptions options, ReadWatch watch) {
        DatabaseQuery query = DatabaseQuery.of(file, options);
        Database database = Database.open(query);
        try {
            return JdbcSource.open(database, watch);
        } catch (SQLException e) {
            database.close();
            watch.requireWanted();
            throw refused(file, database, e);
        } catch (ProblemException | CancellationException e) {
            database.close();
            throw e;
        }
    }

    @Override
    public List<String> tables(Path file, ImportOptions options) {
        Database database = Database.open(DatabaseQuery.of(file, options));
        try (database) {
            return database.tables().stream().map(Database.TableName::shown).toList();
        } catch (SQLException e) {
            throw refused(file, database, e);
        }
    }

    private static ProblemException refused(Path file, Database database, SQLException e) {
        return FileChecks.problem(file, "database-refused", "The database cannot be read (%s).".formatted(database.said(e)),
                "Check table, query and rights; a longer time can be set with timeout_seconds.");
    }
}
