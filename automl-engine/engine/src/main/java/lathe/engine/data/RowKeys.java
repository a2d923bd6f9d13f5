package lathe.engine.data;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import lathe.scoring.Column;
import lathe.scoring.NumberColumn;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;

/// Names rows by what they hold, so that what is said of a row finds it again when its file was sorted or got longer.
///
/// A key is a hash of the cells with the names of their columns, one column left out; rows that are equal there are numbered
/// in their order. The order of columns does not count, and a number is the same as its shortest text, so that giving a
/// column of numbers another type changes no key.
public final class RowKeys {

    private static final int LONGEST_NUMBER = 24;

    private final long[] hashes;
    private final int[] places;   // among equal rows, from 0

    private RowKeys(long[] hashes) {
        this.hashes = hashes;
        this.places = places(hashes);
    }

    /// O(rows x columns).
    ///
    /// @param except name of the column that does not count
    /// @param rows   to be named, in the order in which equal ones are numbered
    public static RowKeys of(Table table, String except, int[] rows) {
        Schema schema = table.schema();
        long[] hashes = new long[rows.length];
        for (int c = 0; c < schema.size(); c++) {
            if (!schema.field(c).name().equals(except)) {
                add(RowHashes.of(schema.field(c).name()), table.columns().get(c), rows, hashes);
            }
        }
        return new RowKeys(hashes);
    }

    // A missing cell adds nothing.
    private static void add(long name, Column column, int[] rows, long[] hashes) {
        switch (column) {
            case NumberColumn numbers -> {
                for (int i = 0; i < rows.length; i++) {
                    hashes[i] += numbers.isMissing(rows[i]) ? 0 : RowHashes.mix(name, number(numbers.value(rows[i])));
                }
            }
            case StringColumn texts -> {
                long[] ofLevel = texts.levels().stream().mapToLong(RowKeys::text).toArray();
                for (int i = 0; i < rows.length; i++) {
                    hashes[i] += texts.isMissing(rows[i]) ? 0 : RowHashes.mix(name, ofLevel[texts.code(rows[i])]);
                }
            }
        }
    }

    private static long number(double value) {
        return Double.doubleToLongBits(value + 0.0);   // both zeros are equal
    }

    private static long text(String text) {
        boolean digits = !text.isEmpty() && text.length() <= LONGEST_NUMBER && (text.charAt(0) == '-' || Character.isDigit(text.charAt(0)));
        if (digits) {
            try {
                double value = Double.parseDouble(text);
                if (NumberStyle.write(value).equals(text)) {
                    return number(value);
                }
            } catch (NumberFormatException none) {
                // a text like any other
            }
        }
        return RowHashes.of(text);
    }

    // Only hashes that come more than once are counted.
    private static int[] places(long[] hashes) {
        Set<Long> several = RowHashes.repeated(hashes);
        int[] places = new int[hashes.length];
        Map<Long, Integer> seen = new HashMap<>();
        for (int i = 0; i < hashes.length && !several.isEmpty(); i++) {
            if (several.contains(hashes[i])) {
                places[i] = seen.merge(hashes[i], 1, Integer::sum) - 1;
            }
        }
        return places;
    }

    public int size() {
        return hashes.length;
    }

    /// Such as `r00f3a5c1d2b4e697`, with `-2` behind it for the second of equal rows. No spreadsheet takes it for a number.
    ///
    /// @param place of the row among those asked for, from 0
    public String key(int place) {
        String hash = "r" + HexFormat.of().toHexDigits(hashes[place]);
        return places[place] == 0 ? hash : hash + "-" + (places[place] + 1);
    }
}
