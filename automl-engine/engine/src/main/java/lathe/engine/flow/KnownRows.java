package lathe.engine.flow;

import java.util.Arrays;
import lathe.engine.data.RowHashes;
import lathe.scoring.Table;

/// Tells rows that equal one of a known table in every cell. Rows that differ are taken for equal once in some 10^13.
final class KnownRows {

    private final long[] known;

    private KnownRows(long[] known) {
        this.known = known;
    }

    /// Of the rows of some tables with equal columns.
    static KnownRows of(Table... tables) {
        return new KnownRows(Arrays.stream(tables).flatMapToLong(table -> Arrays.stream(hashes(table))).sorted().toArray());
    }

    /// For each row of a table with the same columns whether it is known.
    boolean[] knows(Table table) {
        long[] hashes = hashes(table);
        boolean[] found = new boolean[hashes.length];
        for (int row = 0; row < found.length; row++) {
            found[row] = Arrays.binarySearch(known, hashes[row]) >= 0;
        }
        return found;
    }

    private static long[] hashes(Table table) {
        return RowHashes.of(table.columns(), table.rows());
    }
}
