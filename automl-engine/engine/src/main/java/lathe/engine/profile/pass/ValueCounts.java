package lathe.engine.profile.pass;

import java.util.Arrays;
import java.util.function.ObjIntConsumer;

/// How many rows hold each number, as long as the different ones are few.
final class ValueCounts {

    private final int most;
    private long[] keys = new long[256];
    private int[] rows = new int[256];
    private int size;

    /// @param most different numbers it holds
    ValueCounts(int most) {
        this.most = most;
    }

    int size() {
        return size;
    }

    /// Counts a number; false if it is a new one and there is no room.
    boolean add(double value) {
        long key = Double.doubleToLongBits(value + 0.0);
        int slot = slot(key);
        if (rows[slot] == 0) {
            if (size == most) {
                return false;
            }
            size++;
            keys[slot] = key;
            rows[slot] = 1;
            if (size * 2 > keys.length) {
                grow();
            }
            return true;
        }
        rows[slot]++;
        return true;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        long spread = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (spread >>> 32) & mask;
        while (rows[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldRows = rows;
        keys = new long[oldKeys.length * 2];
        rows = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldRows[i] > 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                rows[slot] = oldRows[i];
            }
        }
    }

    /// Hands over each number with its rows, ascending.
    void forEach(ObjIntConsumer<Double> each) {
        for (double value : sorted()) {
            each.accept(value, rows[slot(Double.doubleToLongBits(value))]);
        }
    }

    private double[] sorted() {
        double[] sorted = new double[size];
        int at = 0;
        for (int slot = 0; slot < keys.length; slot++) {
            if (rows[slot] > 0) {
                sorted[at++] = Double.longBitsToDouble(keys[slot]);
            }
        }
        Arrays.sort(sorted);
        return sorted;
    }

    /// @throws ArrayIndexOutOfBoundsException if nothing was counted
    RankedValues ranked() {
        double[] sorted = sorted();
        return RankedValues.of(sorted, Arrays.stream(sorted).mapToLong(value -> rows[slot(Double.doubleToLongBits(value))]).toArray());
    }
}
