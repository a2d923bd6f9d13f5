package lathe.engine.adapter.jdbc;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import lathe.engine.data.FileChecks;

/// Address of a database. Descriptions come from strangers, and settings in an address can make a driver run code, load
/// classes or write files, so only settings known to be harmless are let through.
///
/// @param text    for the driver
/// @param product whose driver
record DatabaseUrl(String text, Product product) {

    /// Databases that can be read.
    enum Product { POSTGRESQL, H2, DUCKDB }

    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final String H2 = "jdbc:h2:";
    private static final String DUCKDB = "jdbc:duckdb:";
    private static final Pattern SERVER = Pattern.compile("//[A-Za-z0-9._:,\\[\\]-]*/[A-Za-z0-9._%-]*(\\?[A-Za-z0-9=&._%,-]*)?");
    private static final Set<String> HARMLESS = Set.of("ssl", "sslmode", "currentschema", "connecttimeout", "sockettimeout", "applicationname",
            "targetservertype");
    private static final Pattern H2_SERVER = Pattern.compile("(tcp|ssl)://[A-Za-z0-9._:-]+/[A-Za-z0-9._/~-]+");
    private static final String H2_ENDING = ".mv.db";

    /// The address of a database file.
    static DatabaseUrl ofFile(Path file) {
        String path = file.toAbsolutePath().normalize().toString();
        return path.toLowerCase(Locale.ROOT).endsWith(H2_ENDING) ? h2(file, path.substring(0, path.length() - H2_ENDING.length()))
                : new DatabaseUrl(DUCKDB + path, Product.DUCKDB);
    }

    /// @param file the description in which it stands; paths are relative to its folder
    /// @throws lathe.scoring.ProblemException if it is none that may be used; its text is not repeated, it may hold a password
    static DatabaseUrl of(Path file, String given) {
        String url = given.strip();
        if (url.startsWith(POSTGRESQL)) {
            return new DatabaseUrl(POSTGRESQL + server(file, url.substring(POSTGRESQL.length())), Product.POSTGRESQL);
        }
        if (url.startsWith(H2)) {
            String rest = url.substring(H2.length());
            if (H2_SERVER.matcher(rest).matches()) {
                return new DatabaseUrl(H2 + rest + ";IFEXISTS=TRUE;LAZY_QUERY_EXECUTION=1", Product.H2);
            }
            requirePlain(file, rest.startsWith("file:") ? rest.substring(5) : rest);
            return h2(file, beside(file, rest.startsWith("file:") ? rest.substring(5) : rest).toString());
        }
        if (url.startsWith(DUCKDB)) {
            requirePlain(file, url.substring(DUCKDB.length()));
            return new DatabaseUrl(DUCKDB + beside(file, url.substring(DUCKDB.length())), Product.DUCKDB);
        }
        throw DatabaseQuery.problem(file, "The url names no database that can be read.",
                "Write url: jdbc:postgresql://HOST/DATABASE, jdbc:h2:PATH or jdbc:duckdb:PATH.");
    }

    private static String server(Path file, String rest) {
        boolean harmless = SERVER.matcher(rest).matches();
        int settings = rest.indexOf('?');
        if (harmless && settings >= 0) {
            harmless = List.of(rest.substring(settings + 1).split("&")).stream()
                    .allMatch(each -> HARMLESS.contains(each.replaceAll("=.*", "").toLowerCase(Locale.ROOT)));
        }
        if (!harmless) {
            throw DatabaseQuery.problem(file, "The url holds a user, a password or a setting that is not let through.",
                    "Write jdbc:postgresql://HOST/DATABASE, the user under user:, and the password into an environment variable.");
        }
        return rest;
    }

    private static void requirePlain(Path file, String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        // Drive letters apart, a colon begins another kind of storage.
        boolean storage = path.indexOf(':') >= 0 && !(path.indexOf(':') == 1 && path.lastIndexOf(':') == 1);
        if (path.isBlank() || path.contains(";") || path.contains("?") || lower.startsWith("mem") && storage || storage) {
            throw DatabaseQuery.problem(file, "The url must be the path of a database file, without settings.",
                    "Write jdbc:h2:PATH or jdbc:duckdb:PATH.");
        }
    }

    private static Path beside(Path file, String path) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return folder == null ? Path.of(path) : folder.resolve(path).normalize();
    }

    private static DatabaseUrl h2(Path file, String path) {
        if (path.contains(";") || !Files.exists(Path.of(path + H2_ENDING))) {
            throw FileChecks.problem(file, "database-missing", "There is no H2 database at this path.", "Check the path; it is written without .mv.db.");
        }
        return new DatabaseUrl(H2 + "file:" + path + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r;LAZY_QUERY_EXECUTION=1", Product.H2);
    }

    /// What the driver is told besides user and password.
    Properties settings() {
        Properties settings = new Properties();
        switch (product) {
            case POSTGRESQL -> {
                settings.setProperty("readOnly", "true");
                settings.setProperty("connectTimeout", "20");
                settings.setProperty("ApplicationName", "lathe");
            }
            case DUCKDB -> {
                settings.setProperty("duckdb.read_only", "true");
                settings.setProperty("jdbc_stream_results", "true");
            }
            case H2 -> { }
        }
        return settings;
    }
}
