package lathe.engine.evaluate;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import lathe.scoring.Column;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;

/// Keys that say which rows must stay together; rows with equal keys do.
public final class RowGroups {

    private RowGroups() {
    }

    /// Every row stands alone.
    public static long[] each(int rows) {
        return LongStream.range(0, rows).toArray();
    }

    /// Rows with the same value of a column, an entity such as a customer, stay together; rows without value stand
    /// alone.
    public static long[] of(Column column) {
        Map<Long, Long> first = HashMap.newHashMap(column.rows());
        long[] keys = new long[column.rows()];
        for (int row = 0; row < keys.length; row++) {
            long own = row;
            long value = switch (column) {
                case NumberColumn numbers -> Double.doubleToLongBits(numbers.value(row) + 0.0);
                case StringColumn strings -> strings.code(row);
            };
            keys[row] = column.isMissing(row) ? own : first.computeIfAbsent(value, _ -> own);
        }
        return keys;
    }

    /// Rows stay together that share a key of the one or of the other, or are linked by a chain of such.
    ///
    /// @throws IllegalArgumentException if the lengths differ
    public static long[] join(long[] one, long[] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException("groups to join need equal row counts, had %d and %d"
                    .formatted(one.length, other.length));
        }
        int[] parent = new int[one.length];
        for (int row = 0; row < parent.length; row++) {
            parent[row] = row;
        }
        link(parent, one);
        link(parent, other);
        long[] keys = new long[parent.length];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = root(parent, row);
        }
        return keys;
    }

    private static void link(int[] parent, long[] keys) {
        Map<Long, Integer> first = HashMap.newHashMap(keys.length);
        for (int row = 0; row < keys.length; row++) {
            Integer earlier = first.putIfAbsent(keys[row], row);
            if (earlier != null) {
                int a = root(parent, earlier);
                int b = root(parent, row);
                parent[Math.max(a, b)] = Math.min(a, b);
            }
        }
    }

    private static int root(int[] parent, int row) {
        int at = row;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }
}
