package lathe.engine.data;

import java.util.Locale;

/// Which rows of a long file are read: blocks of neighbouring rows, drawn at random and spread over the whole file.
///
/// @param share of the blocks, above 0; 1 reads every row
/// @param seed  equal seeds and shares draw equal rows of equal files
public record RowSample(double share, long seed) {

    /// Code of the note about it.
    public static final String NOTE = "rows-sampled";

    /// Every row.
    public static final RowSample ALL = new RowSample(1, 0);

    /// @throws IllegalArgumentException if the share is outside its range
    public RowSample {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share must lie in (0, 1], was " + share);
        }
    }

    public boolean isAll() {
        return share == 1;
    }

    /// What a person is told.
    ///
    /// @param rows  read
    /// @param there rows there are, as far as known
    public ImportNote note(long rows, long there) {
        return new ImportNote(NOTE, "", String.format(Locale.ROOT,
                "A random sample was read: %,d of about %,d rows (%.3g %%), in blocks spread over the whole file.",
                rows, there, 100.0 * rows / Math.max(1, there)));
    }
}
