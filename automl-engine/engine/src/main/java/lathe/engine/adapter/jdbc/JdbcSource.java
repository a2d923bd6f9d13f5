package lathe.engine.adapter.jdbc;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import lathe.engine.data.FileChecks;
import lathe.engine.data.ImportLimits;
import lathe.engine.data.ImportNote;
import lathe.engine.data.ImportReport;
import lathe.engine.data.RawSource;
import lathe.engine.data.RawTable;
import lathe.engine.data.ReadWatch;

/// The rows of a query, fetched some thousand at a time.
final class JdbcSource implements RawSource {

    private static final int FETCHED = 2000;
    private static final long BETWEEN_LOOKS = 100;

    private final Database database;
    private final Statement statement;
    private final ResultSet rows;
    private final ReadWatch watch;
    private final List<DatabaseColumn> columns;
    private final ImportReport report;
    private int taken;

    private JdbcSource(Database database, List<String> tables, Statement statement, ResultSet rows, ReadWatch watch) throws SQLException {
        this.database = database;
        this.statement = statement;
        this.rows = rows;
        this.watch = watch;
        List<ImportNote> notes = new ArrayList<>();
        this.columns = columns(rows.getMetaData(), notes);
        this.report = ImportReport.ofSheet("jdbc", 0, database.query().table(), tables).plus(notes);
    }

    /// Closes the database with itself.
    static JdbcSource open(Database database, ReadWatch watch) throws SQLException {
        // Before the rows: a connection of DuckDB answers one question at a time.
        List<String> tables = database.tables().stream().map(Database.TableName::shown).toList();
        String select = database.select();
        Statement statement = database.connection().createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        statement.setFetchSize(FETCHED);
        statement.setQueryTimeout(database.query().timeoutSeconds());
        if (watch.isHead() && watch.wantedRows() < Integer.MAX_VALUE - 1) {
            statement.setMaxRows(watch.wantedRows() + 1);   // one more shows whether there are more
        }
        return new JdbcSource(database, tables, statement, executed(statement, select, watch), watch);
    }

    /// Waits for the database and asks it to stop when the reading is not wanted any more.
    private static ResultSet executed(Statement statement, String select, ReadWatch watch) throws SQLException {
        Thread looking = Thread.ofVirtual().name("cancel-query").start(() -> {
            try {
                while (true) {
                    Thread.sleep(BETWEEN_LOOKS);
                    watch.requireWanted();
                }
            } catch (CancellationException unwanted) {
                cancel(statement);
            } catch (InterruptedException done) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            return statement.executeQuery(select);
        } finally {
            looking.interrupt();
        }
    }

    private static void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException ended) {
            Thread.currentThread().interrupt();   // it is over already
        }
    }

    private List<DatabaseColumn> columns(ResultSetMetaData meta, List<ImportNote> notes) throws SQLException {
        List<DatabaseColumn> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        if (meta.getColumnCount() > ImportLimits.COLUMNS) {
            throw FileChecks.problem(database.query().file(), "too-many-columns", "The query gives more than %d columns."
                    .formatted(ImportLimits.COLUMNS), "Name the columns in a query.");
        }
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            String name = meta.getColumnLabel(i);
            if (name.isBlank() || !seen.add(name)) {
                throw FileChecks.problem(database.query().file(), "header-invalid",
                        "Column names must be unique and not empty, but column %d is called '%s'.".formatted(i, name),
                        "Rename it in a query with AS.");
            }
            DatabaseColumn.Reading reading = DatabaseColumn.reading(meta.getColumnType(i), meta.getColumnTypeName(i));
            if (reading == null) {
                notes.add(new ImportNote("binary-column", name, "Column '%s' holds binary data and was left out.".formatted(name)));
            } else {
                found.add(new DatabaseColumn(name, i, reading));
            }
        }
        return found;
    }

    @Override
    public List<String> names() {
        return columns.stream().map(DatabaseColumn::name).toList();
    }

    @Override
    public RawTable next(int maxRows) {
        int from = taken;
        try {
            while (taken - from < maxRows && rows.next()) {
                for (DatabaseColumn column : columns) {
                    column.add(rows);
                }
                taken++;
                watch.row();
            }
        } catch (SQLException e) {
            watch.requireWanted();
            throw FileChecks.problem(database.query().file(), "database-refused", "The database broke off after %d rows (%s)."
                    .formatted(taken, database.said(e)), "Try again, or set a longer time with timeout_seconds.");
        }
        return new RawTable(names(), columns.stream().map(DatabaseColumn::take).toList(), "row",
                IntStream.rangeClosed(from + 1, taken).toArray());
    }

    @Override
    public ImportReport report() {
        return report;
    }

    @Override
    public void close() {
        try (Database closed = database; Statement first = statement; ResultSet before = rows) {
            assert closed != null && first != null && before != null;
        } catch (SQLException e) {
            throw FileChecks.problem(database.query().file(), "database-refused", "The database cannot be closed (%s)."
                    .formatted(database.said(e)), "Try again.");
        }
    }
}
