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

    /// A path whose wild cards mean themselves.
    static String unglobbed(String path) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean wild = c == '*' || c == '?' || c == '[';
            escaped.append(wild ? "[" + c + "]" : String.valueOf(c));
        }
        return escaped.toString();
    }
}
