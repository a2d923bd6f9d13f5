package lathe.engine.data;

import java.util.List;
import java.util.Map;
import lathe.scoring.Table;

/// Rows read as types say that were found on other rows, and what did not fit.
///
/// @param table   cells that do not fit are missing
/// @param misfits by column; columns without any are left out
public record CheckedRows(Table table, Map<String, Misfits> misfits) {

    public CheckedRows {
        misfits = Map.copyOf(misfits);
    }

    /// Cells of one column.
    ///
    /// @param unread   that are not what the type says
    /// @param codes    whole numbers of a number column that as numbers are others: with leading zeros, or beyond 2^53
    /// @param examples some of both
    public record Misfits(long unread, long codes, List<BadCell> examples) {

        public static final int MOST_EXAMPLES = 5;

        public Misfits {
            examples = List.copyOf(examples.subList(0, Math.min(MOST_EXAMPLES, examples.size())));
        }
    }
}
