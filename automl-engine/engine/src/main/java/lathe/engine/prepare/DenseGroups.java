package lathe.engine.prepare;

import java.util.Arrays;

/// Codes that may be large, numbered from 0 in rising order.
final class DenseGroups {

    /// The codes that occur, rising.
    final long[] keys;
    final int[] groupOfRow;

    DenseGroups(long[] codes) {
        long[] sorted = codes.clone();
        Arrays.sort(sorted);
        int count = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[count++] = sorted[i];
            }
        }
        keys = Arrays.copyOf(sorted, count);
        groupOfRow = new int[codes.length];
        for (int row = 0; row < codes.length; row++) {
            groupOfRow[row] = Arrays.binarySearch(keys, codes[row]);
        }
    }

    int count() {
        return keys.length;
    }
}
