package lathe.engine.adapter.onnx;

import java.util.Arrays;

/// Whole numbers that grow at the end and may be set anywhere.
final class Growing {

    private long[] values = new long[64];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    void set(int place, long value) {
        values[place] = value;
    }

    int size() {
        return size;
    }

    long[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
