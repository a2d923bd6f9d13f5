package lathe.engine.data;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lathe.scoring.Column;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;

/// A 64-bit hash of each row of a table. Rows that are equal in every cell share it, also those of two tables with the same
/// columns; among a million rows, two that differ share it in one of some thirty million tables.
public final class RowHashes {

    private RowHashes() { }

    /// Of some columns of a table. O(rows x columns). Both zeros are equal, and so are all missing values.
    public static long[] of(List<Column> columns, int rows) {
        long[] hashes = new long[rows];
        for (Column column : columns) {
            switch (column) {
                case NumberColumn numbers -> {
                    for (int row = 0; row < rows; row++) {
                        hashes[row] = mix(hashes[row], Double.doubleToLongBits(numbers.value(row) + 0.0));
                    }
                }
                case StringColumn texts -> {
                    // Each table numbers its levels in its own way.
                    long[] ofLevel = texts.levels().stream().mapToLong(RowHashes::of).toArray();
                    for (int row = 0; row < rows; row++) {
                        hashes[row] = mix(hashes[row], texts.isMissing(row) ? 0 : ofLevel[texts.code(row)]);
                    }
                }
            }
        }
        return hashes;
    }

    /// Hashes that come more than once. O(n log n), and a set of those alone.
    public static Set<Long> repeated(long[] hashes) {
        long[] sorted = hashes.clone();
        Arrays.sort(sorted);
        Set<Long> repeated = new HashSet<>();
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - 1]) {
                repeated.add(sorted[i]);
            }
        }
        return repeated;
    }

    static long of(String text) {
        long hash = 1;
        for (int i = 0; i < text.length(); i++) {
            hash = mix(hash, text.charAt(i));
        }
        return hash;
    }

    // The finalizer of SplitMix64 (Steele, Lea, Flood 2014).
    static long mix(long hash, long value) {
        long z = hash * 31 + value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
