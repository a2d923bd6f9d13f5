package lathe.engine.learn.tree;

/// Some of the 256 codes of a feature. Immutable.
record CodeSet(long first, long second, long third, long fourth) {

    /// @param codes the first `count` of them are in the set
    static CodeSet of(int[] codes, int count) {
        long[] bits = new long[4];
        for (int i = 0; i < count; i++) {
            bits[codes[i] >> 6] |= 1L << codes[i];
        }
        return new CodeSet(bits[0], bits[1], bits[2], bits[3]);
    }

    boolean contains(int code) {
        long bits = switch (code >> 6) {
            case 0 -> first;
            case 1 -> second;
            case 2 -> third;
            default -> fourth;
        };
        return (bits >>> code & 1) != 0;
    }

    boolean[] toArray() {
        boolean[] in = new boolean[256];
        for (int code = 0; code < 256; code++) {
            in[code] = contains(code);
        }
        return in;
    }
}
