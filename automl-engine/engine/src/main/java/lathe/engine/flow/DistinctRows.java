package lathe.engine.flow;

import java.util.Arrays;
import lathe.engine.data.RowHashes;
import lathe.scoring.Table;

/// Finds the first of all rows that are equal in every column; missing equals missing.
final class DistinctRows {

    private final long[] hashes;
    private final int[] slots;   // row + 1 by hash, 0 for a free one

    private DistinctRows(long[] hashes) {
        this.hashes = hashes;
        this.slots = new int[Integer.highestOneBit(Math.max(8, Math.min(1 << 28, 2 * Math.min(hashes.length, 1 << 28)))) << 1];
    }

    /// In their order.
    static int[] of(Table table) {
        DistinctRows rows = new DistinctRows(RowHashes.of(table.columns(), table.rows()));
        int[] kept = new int[table.rows()];
        int count = 0;
        for (int row = 0; row < kept.length; row++) {
            if (rows.isNew(row)) {
                kept[count++] = row;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private boolean isNew(int row) {
        int at = (int) hashes[row] & slots.length - 1;
        while (slots[at] != 0) {
            if (hashes[slots[at] - 1] == hashes[row]) {
                return false;
            }
            at = at + 1 & slots.length - 1;
        }
        slots[at] = row + 1;
        return true;
    }
}
