package lathe.engine.adapter.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import lathe.engine.data.DatabasePasswords;
import lathe.engine.data.FileChecks;
import org.jspecify.annotations.Nullable;

/// A connection that only reads.
final class Database implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Database.class.getName());
    private static final int MOST_TABLES = 10_000;
    private static final int SHOWN = 30;
    private static final String WRONG_PASSWORD = "28";   // the class of SQL states for refused logins

    private final DatabaseQuery query;
    private final Connection connection;
    private final String password;

    private Database(DatabaseQuery query, Connection connection, String password) {
        this.query = query;
        this.connection = connection;
        this.password = password;
    }

    /// A table there is.
    record TableName(String schema, String name) {

        String shown() {
            return schema.isEmpty() ? name : schema + "." + name;
        }
    }

    /// @throws lathe.scoring.ProblemException if it is not there or lets nobody in
    static Database open(DatabaseQuery query) {
        boolean server = query.url().text().contains("//");
        String user = query.user().isEmpty() && query.url().product() == DatabaseUrl.Product.H2 ? "sa" : query.user();
        String purpose = "user '%s' of %s".formatted(user, query.file().getFileName());
        String password = server || !query.user().isEmpty() ? DatabasePasswords.find(query.passwordVariable(), purpose).orElse("") : "";
        Properties settings = query.url().settings();
        if (!user.isEmpty()) {
            settings.setProperty("user", user);
        }
        if (!password.isEmpty()) {
            settings.setProperty("password", password);
        }
        Connection opened = null;
        try {
            opened = DriverManager.getConnection(query.url().text(), settings);
            Database database = new Database(query, opened, password);
            database.configure();
            return database;
        } catch (SQLException e) {
            closeQuietly(opened);
            DatabasePasswords.forget(purpose);
            boolean refused = e.getSQLState() != null && e.getSQLState().startsWith(WRONG_PASSWORD);
            throw FileChecks.problem(query.file(), refused ? "database-login" : "database-unreachable",
                    refused ? "The database does not let %s in (%s).".formatted(purpose, said(e, password))
                            : "The database cannot be opened (%s).".formatted(said(e, password)),
                    refused ? "Check user: in the description, and set the password in the environment variable %s.".formatted(query.passwordVariable())
                            : "Check that it is there and runs, and the url.");
        }
    }

    private void configure() throws SQLException {
        switch (query.url().product()) {
            case POSTGRESQL -> {
                connection.setReadOnly(true);
                connection.setAutoCommit(false);   // rows come through a cursor only so
            }
            case DUCKDB -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SET enable_external_access = false");
                    statement.execute("SET TimeZone = 'UTC'");
                    statement.execute("SET lock_configuration = true");
                }
            }
            case H2 -> connection.setReadOnly(true);
        }
    }

    DatabaseQuery query() {
        return query;
    }

    Connection connection() {
        return connection;
    }

    /// All tables and views that are not the database's own.
    List<TableName> tables() throws SQLException {
        DatabaseMetaData meta = connection.getMetaData();
        List<TableName> tables = new ArrayList<>();
        try (ResultSet rows = meta.getTables(connection.getCatalog(), null, "%", null)) {
            while (rows.next() && tables.size() < MOST_TABLES) {
                String schema = rows.getString("TABLE_SCHEM");
                String type = String.valueOf(rows.getString("TABLE_TYPE")).toUpperCase(Locale.ROOT);
                boolean own = schema != null && List.of("information_schema", "pg_catalog").contains(schema.toLowerCase(Locale.ROOT));
                if (!own && (type.contains("TABLE") || type.contains("VIEW")) && !type.contains("SYSTEM") && !type.contains("INDEX")) {
                    tables.add(new TableName(schema == null ? "" : schema, rows.getString("TABLE_NAME")));
                }
            }
        }
        return tables;
    }

    /// The one SELECT that is wanted.
    String select() throws SQLException {
        return query.query().isEmpty() ? "SELECT * FROM " + quoted(wanted(tables())) : query.query();
    }

    private TableName wanted(List<TableName> tables) {
        String name = query.table();
        if (name.isEmpty() && tables.size() == 1) {
            return tables.getFirst();
        }
        for (TableName table : tables) {
            if (table.shown().equals(name) || table.name().equals(name)) {
                return table;
            }
        }
        for (TableName table : tables) {
            if (table.shown().equalsIgnoreCase(name) || table.name().equalsIgnoreCase(name)) {
                return table;
            }
        }
        String there = String.join(", ", tables.stream().limit(SHOWN).map(TableName::shown).toList());
        throw FileChecks.problem(query.file(), "database-table", name.isEmpty() ? "The database holds %d tables.".formatted(tables.size())
                : "The database holds no table '%s'.".formatted(name),
                tables.isEmpty() ? "Check the user's rights." : "Name one with table: in the description or with --sheet. There are: %s.".formatted(there));
    }

    private String quoted(TableName table) throws SQLException {
        String quote = connection.getMetaData().getIdentifierQuoteString().isBlank() ? "\"" : connection.getMetaData().getIdentifierQuoteString();
        String name = quote + table.name().replace(quote, quote + quote) + quote;
        return table.schema().isEmpty() ? name : quote + table.schema().replace(quote, quote + quote) + quote + "." + name;
    }

    /// What the database said, in one line and without the password.
    String said(SQLException e) {
        return said(e, password);
    }

    private static String said(SQLException e, String password) {
        String text = e.getMessage() == null ? "no reason given" : e.getMessage().lines().findFirst().orElse("");
        String safe = password.isEmpty() ? text : text.replace(password, "***");
        return safe.length() <= 300 ? safe : safe.substring(0, 300) + "…";
    }

    private static void closeQuietly(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException alreadyGone) {
            LOG.log(Level.FINE, "closing a database", alreadyGone);
        }
    }

    @Override
    public void close() {
        closeQuietly(connection);
    }
}
