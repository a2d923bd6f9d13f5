package lathe.engine.evaluate;

import java.util.Arrays;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.NumberColumn;
import lathe.scoring.Role;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;

/// Finds rows with the same values in every feature, so that no copy is learnt from while another one judges.
///
/// In a table of a few columns of few levels nearly every row has a twin, which is the nature of the table and no
/// copying. Where fewer than 200 distinct rows make up less than a tenth of the table, every row stands alone.
public final class DuplicateGroups {

    private static final int FEW_DISTINCT = 200;
    private static final double SMALL_SHARE = 0.1;

    private DuplicateGroups() {
    }

    /// A key for each row; equal for rows with equal features (and, once in 10^7 tables of a million rows, by chance).
    /// Without a feature column every row stands alone.
    public static long[] of(Table table) {
        long[] hashes = new long[table.rows()];
        int features = 0;
        for (int i = 0; i < table.columns().size(); i++) {
            Field field = table.schema().field(i);
            if (field.role() == Role.FEATURE) {
                mix(hashes, table.columns().get(i));
                features++;
            }
        }
        int distinct = distinct(hashes);
        boolean natural = distinct < FEW_DISTINCT && distinct < SMALL_SHARE * hashes.length;
        return features == 0 || natural ? RowGroups.each(table.rows()) : hashes;
    }

    private static void mix(long[] hashes, Column column) {
        switch (column) {
            case NumberColumn numbers -> {
                for (int row = 0; row < hashes.length; row++) {
                    // adding 0.0 makes -0.0 and 0.0 one value
                    hashes[row] = mix(hashes[row], Double.doubleToLongBits(numbers.value(row) + 0.0));
                }
            }
            case StringColumn strings -> {
                for (int row = 0; row < hashes.length; row++) {
                    hashes[row] = mix(hashes[row], strings.code(row));
                }
            }
        }
    }

    // Finaliser of MurmurHash3 (A. Appleby) over the running hash and the value.
    private static long mix(long hash, long value) {
        long bits = hash * 0x9E3779B97F4A7C15L + value + 1;
        bits = (bits ^ (bits >>> 33)) * 0xFF51AFD7ED558CCDL;
        bits = (bits ^ (bits >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return bits ^ (bits >>> 33);
    }

    private static int distinct(long[] hashes) {
        long[] sorted = hashes.clone();
        Arrays.sort(sorted);
        int distinct = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                distinct++;
            }
        }
        return distinct;
    }
}
