package lathe.engine.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;

/// Distinct cells of a column as UTF-8 in one array: a column of a million different numbers costs their characters,
/// not a million objects. Codes count up in order of first appearance.
final class TextPool {

    private static final long EXACT = 1L << 53;
    private static final int DIGITS_OF_EXACT = 16;
    private static final int DIGITS_OF_LONG = 18;
    private static final CellKind[] KINDS = CellKind.values();

    // Makes it useless to prepare a file whose cells all collide; codes do not depend on it.
    private final int seed = (int) System.nanoTime();
    private byte[] bytes = new byte[256];
    private int[] ends = new int[16];
    private byte[] kinds = new byte[16];
    private int[] slots = new int[32];
    private int size;

    int size() {
        return size;
    }

    CellKind kind(int code) {
        return KINDS[kinds[code]];
    }

    String text(int code) {
        int start = start(code);
        return new String(bytes, start, ends[code] - start, StandardCharsets.UTF_8);
    }

    /// Whether a text is a whole number that as a number would be another: with a leading zero, or beyond 2^53.
    boolean isNumberOfDigits(int code) {
        int start = start(code);
        int length = ends[code] - start;
        if (length < 2 || bytes[start] != '0' && length < DIGITS_OF_EXACT) {
            return false;
        }
        for (int i = start; i < ends[code]; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return bytes[start] == '0' || length > DIGITS_OF_LONG || Long.parseLong(text(code)) > EXACT;
    }

    int code(CellKind kind, String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        int slot = hash(encoded) & (slots.length - 1);
        while (slots[slot] != 0) {
            int code = slots[slot] - 1;
            if (kinds[code] == kind.ordinal() && same(code, encoded)) {
                return code;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        append(kind, encoded);
        slots[slot] = size;
        if (size * 2 > slots.length) {
            rehash();
        }
        return size - 1;
    }

    private int start(int code) {
        return code == 0 ? 0 : ends[code - 1];
    }

    private boolean same(int code, byte[] encoded) {
        return Arrays.equals(bytes, start(code), ends[code], encoded, 0, encoded.length);
    }

    private void append(CellKind kind, byte[] encoded) {
        int used = start(size);
        if (used > Integer.MAX_VALUE - 64 - encoded.length) {
            throw new ProblemException(Problem.of("column-too-large",
                    "A column may hold at most 2 GB of different texts.", "Leave the column out or split the file."));
        }
        if (used + encoded.length > bytes.length) {
            long wanted = Math.max((long) used + encoded.length, bytes.length * 3L / 2);
            bytes = Arrays.copyOf(bytes, (int) Math.min(wanted, Integer.MAX_VALUE - 16));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
            kinds = Arrays.copyOf(kinds, size * 2);
        }
        System.arraycopy(encoded, 0, bytes, used, encoded.length);
        ends[size] = used + encoded.length;
        kinds[size] = (byte) kind.ordinal();
        size++;
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        for (int code = 0; code < size; code++) {
            int slot = hash(Arrays.copyOfRange(bytes, start(code), ends[code])) & (slots.length - 1);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = code + 1;
        }
    }

    private int hash(byte[] encoded) {
        int hash = seed;
        for (byte b : encoded) {
            hash = (hash ^ b) * 0x01000193;
        }
        return hash ^ (hash >>> 15);
    }
}
