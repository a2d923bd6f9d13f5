package lathe.engine.data;

/// A table whose columns are put beside those of the first, in rows with the same value of a column that both have.
///
/// @param path       of its file; relative to the folder of the first; empty for none
/// @param key        column that both have
/// @param summarised whether a key may come several times in it: its numbers are then counted, summed up, averaged, and their
///                   largest taken
public record SecondTable(String path, String key, boolean summarised) {

    public static final SecondTable NONE = new SecondTable("", "", false);

    /// @throws IllegalArgumentException if there is a path without a key, or a key without a path
    public SecondTable {
        if (path.isEmpty() != key.isEmpty()) {
            throw new IllegalArgumentException("a second table needs a file and a column, had '%s' and '%s'".formatted(path, key));
        }
    }

    public boolean isNone() {
        return path.isEmpty();
    }
}
