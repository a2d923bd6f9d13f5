package lathe.engine.flow;

import java.util.Arrays;
import lathe.scoring.Column;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;

/// Finds the first of all rows that are equal in every column; missing equals missing.
final class DistinctRows {

    private final Table table;
    private final int[] slots;   // row + 1 by hash, 0 for a free one

    private DistinctRows(Table table) {
        this.table = table;
        this.slots = new int[Integer.highestOneBit(Math.max(8, Math.min(1 << 28, 2 * Math.min(table.rows(), 1 << 28)))) << 1];
    }

    /// In their order.
    static int[] of(Table table) {
        DistinctRows rows = new DistinctRows(table);
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
        int at = hash(row) & slots.length - 1;
        while (slots[at] != 0) {
            if (same(slots[at] - 1, row)) {
                return false;
            }
            at = at + 1 & slots.length - 1;
        }
        slots[at] = row + 1;
        return true;
    }

    private int hash(int row) {
        long hash = 0;
        for (Column column : table.columns()) {
            long value = switch (column) {
                case NumberColumn numbers -> Double.doubleToLongBits(numbers.value(row) + 0.0);   // one zero
                case StringColumn texts -> texts.code(row);
            };
            hash = (hash ^ value) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        return (int) hash;
    }

    private boolean same(int one, int other) {
        for (Column column : table.columns()) {
            boolean equal = switch (column) {
                case NumberColumn numbers -> Double.compare(numbers.value(one) + 0.0, numbers.value(other) + 0.0) == 0;
                case StringColumn texts -> texts.code(one) == texts.code(other);
            };
            if (!equal) {
                return false;
            }
        }
        return true;
    }
}
