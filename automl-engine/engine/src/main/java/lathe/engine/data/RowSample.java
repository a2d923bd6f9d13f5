package lathe.engine.data;

import java.util.Locale;

/// Which rows of a long file are read: blocks of neighbouring rows, drawn at random and spread over the whole file.
///
/// @param share of the blocks, above 0; 1 reads every row
/// @param seed  equal seeds and shares draw equal rows of equal files
/// @param rest  0 for the rows of the sample; above 0 for rows outside of it, this share of the blocks that were not drawn
public record RowSample(double share, long seed, double rest) {

    /// Code of the note about it.
    public static final String NOTE = "rows-sampled";

    /// Every row.
    public static final RowSample ALL = new RowSample(1, 0);

    /// @throws IllegalArgumentException if the share is outside its range
    public RowSample {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share must lie in (0, 1], was " + share);
        }
        if (!(rest >= 0 && rest <= 1)) {
            throw new IllegalArgumentException("rest must lie in [0, 1], was " + rest);
        }
    }

    /// The rows of the sample.
    public RowSample(double share, long seed) {
        this(share, seed, 0);
    }

    /// Rows outside of this sample.
    ///
    /// @param ofOthers share of them, above 0
    public RowSample others(double ofOthers) {
        return new RowSample(share, seed, ofOthers);
    }

    public boolean isAll() {
        return share == 1 && rest == 0;
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
