package lathe.engine.profile;

import java.util.Arrays;
import java.util.List;
import lathe.scoring.Column;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;

/// Rows that repeat an earlier one in every column. Rows are compared by a 64-bit hash: among a million rows, one wrong
/// match in thirty million tables.
final class DuplicateRowsCheck implements ProfileCheck {

    private static final double WORTH_A_WARNING = 0.05;

    @Override
    public String id() {
        return "duplicate-rows";
    }

    @Override
    public List<Finding> check(ProfileInput input) {
        long[] hashes = hashes(input.table());
        Arrays.sort(hashes);
        int repeated = 0;
        for (int i = 1; i < hashes.length; i++) {
            repeated += hashes[i] == hashes[i - 1] ? 1 : 0;
        }
        if (repeated == 0) {
            return List.of();
        }
        double share = repeated / (double) hashes.length;
        return List.of(new Finding("duplicate-rows", share >= WORTH_A_WARNING ? Severity.WARNING : Severity.INFO, "",
                "%d %s an earlier row in every column (%s); they are kept together when rows are split."
                        .formatted(repeated, repeated == 1 ? "row repeats" : "rows repeat", Percent.of(share))).figure("rows", repeated).figure("share", share)
                .kept(Treatment.of(Treatment.Action.REMOVE_ROWS)));
    }

    private static long[] hashes(Table table) {
        return hashes(table.columns(), table.rows());
    }

    /// A hash of each row over some columns.
    static long[] hashes(List<Column> columns, int rows) {
        long[] hashes = new long[rows];
        for (Column column : columns) {
            switch (column) {
                case NumberColumn numbers -> {
                    for (int row = 0; row < hashes.length; row++) {
                        hashes[row] = mix(hashes[row], Double.doubleToLongBits(numbers.value(row) + 0.0));
                    }
                }
                case StringColumn texts -> {
                    for (int row = 0; row < hashes.length; row++) {
                        hashes[row] = mix(hashes[row], texts.code(row));
                    }
                }
            }
        }
        return hashes;
    }

    // The finalizer of SplitMix64 (Steele, Lea, Flood 2014).
    private static long mix(long hash, long value) {
        long z = hash * 31 + value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
