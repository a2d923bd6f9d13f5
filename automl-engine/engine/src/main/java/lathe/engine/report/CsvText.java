package lathe.engine.report;

/// Text cells of CSV files that are opened with spreadsheets.
final class CsvText {

    private CsvText() {
    }

    /// Quoted where RFC 4180 asks for it; what a spreadsheet would take for a formula gets a leading apostrophe.
    static String cell(String text) {
        String safe = looksLikeFormula(text) ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                || !safe.equals(safe.strip());
        return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    /// The text of a cell that [#cell] has written.
    static String plain(String text) {
        return text.startsWith("'") && looksLikeFormula(text.substring(1)) ? text.substring(1) : text;
    }

    // Spreadsheets skip leading blanks, and take full-width forms for the signs themselves.
    private static boolean looksLikeFormula(String text) {
        String inner = text.stripLeading();
        if (!text.isEmpty() && (text.charAt(0) == '\t' || text.charAt(0) == '\r')) {
            return true;
        }
        return !inner.isEmpty() && "=+-@＝＋－＠".indexOf(inner.charAt(0)) >= 0;
    }
}
