package lathe.engine.data;

import java.nio.file.Files;
import java.nio.file.Path;

/// A table whose columns are put beside those of the first, in rows with the same value of a column that both have.
///
/// @param path       of its file; relative to the folder of the first; `book.xlsx#orders` for one sheet of a workbook or table of a
///                   database; empty for none
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

    /// Its file, where the first table's is known.
    Path file(Path first) {
        Path whole = beside(first, path);
        return sheet().isEmpty() || Files.exists(whole) ? whole : beside(first, path.substring(0, path.lastIndexOf('#')));
    }

    /// How the file is to be read.
    ImportOptions reading(Path first) {
        return file(first).equals(beside(first, path)) ? ImportOptions.defaults() : ImportOptions.defaults().withSheet(sheet());
    }

    // A name may hold the mark itself: then there is such a file.
    private String sheet() {
        int mark = path.lastIndexOf('#');
        return mark < 0 ? "" : path.substring(mark + 1);
    }

    private static Path beside(Path first, String name) {
        return first.toAbsolutePath().normalize().resolveSibling(name).normalize();
    }
}
