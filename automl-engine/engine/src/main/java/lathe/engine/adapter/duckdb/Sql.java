package lathe.engine.adapter.duckdb;

/// The one place where names and texts enter a statement.
final class Sql {

    private Sql() {
    }

    /// A column name as DuckDB's quoted identifier.
    static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /// A text as a literal, for settings, which take no bound values.
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /// Whether DuckDB would take the path for a pattern. It knows no escape that its access list understands too.
    static boolean isPattern(String path) {
        return path.chars().anyMatch(c -> c == '*' || c == '?' || c == '[');
    }
}
