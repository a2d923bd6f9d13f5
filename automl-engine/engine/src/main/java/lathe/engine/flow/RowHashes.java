package lathe.engine.flow;

import java.util.Arrays;
import lathe.scoring.Column;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;

/// Tells rows that equal one of a known table in every cell. Rows that differ are taken for equal once in some 10^13.
final class RowHashes {

    private final long[] known;

    private RowHashes(long[] known) {
        this.known = known;
    }

    /// Of the rows of some tables with equal columns.
    static RowHashes of(Table... tables) {
        return new RowHashes(Arrays.stream(tables).flatMapToLong(table -> Arrays.stream(hashes(table))).sorted().toArray());
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
        long[] hashes = new long[table.rows()];
        for (Column column : table.columns()) {
            switch (column) {
                case NumberColumn numbers -> {
                    for (int row = 0; row < hashes.length; row++) {
                        hashes[row] = mixed(hashes[row], Double.doubleToLongBits(numbers.value(row) + 0.0));
                    }
                }
                case StringColumn texts -> {
                    long[] ofLevel = texts.levels().stream().mapToLong(RowHashes::of).toArray();
                    for (int row = 0; row < hashes.length; row++) {
                        hashes[row] = mixed(hashes[row], texts.isMissing(row) ? 0 : ofLevel[texts.code(row)]);
                    }
                }
            }
        }
        return hashes;
    }

    private static long of(String text) {
        long hash = 1;
        for (int i = 0; i < text.length(); i++) {
            hash = mixed(hash, text.charAt(i));
        }
        return hash;
    }

    // The finalizer of SplitMix64 (Steele, Lea, Flood 2014).
    private static long mixed(long hash, long value) {
        long z = hash * 31 + value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
