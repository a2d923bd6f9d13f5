package lathe.scoring.step;

import java.nio.charset.StandardCharsets;
import java.util.List;
import lathe.scoring.StringColumn;

/// Spreads texts over a fixed number of columns by a hash: 1 or −1 in the column the text falls on, 0 in the others. Texts
/// never seen before have their column, too; a missing text gives zeros.
///
/// The hash is MurmurHash3 (x86, 32 bits, seed 0, by A. Appleby) of the text in UTF-8, as a signed number h: column |h| mod
/// n, sign of h. This is scikit-learn's FeatureHasher, and a node of ONNX Runtime.
///
/// @param column  text column read
/// @param outputs columns put, at least one
public record HashedText(String column, List<String> outputs) implements OneColumnStep {

    private static final int FIRST = 0xcc9e2d51;
    private static final int SECOND = 0x1b873593;

    public HashedText {
        outputs = List.copyOf(outputs);
        if (outputs.isEmpty()) {
            throw new IllegalArgumentException("a hash needs at least one output, had none");
        }
    }

    @Override
    public void apply(Frame frame) {
        StringColumn source = frame.strings(column);
        int[] hashes = source.levels().stream().mapToInt(HashedText::hash).toArray();
        double[][] out = new double[outputs.size()][source.rows()];
        for (int row = 0; row < source.rows(); row++) {
            int code = source.code(row);
            if (code >= 0 && !source.levels().get(code).isEmpty()) {
                int place = (int) (Math.abs((long) hashes[code]) % out.length);
                out[place][row] = hashes[code] < 0 ? -1 : 1;
            }
        }
        frame.put(outputs, out);
    }

    /// The hash of one text.
    public static int hash(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int hash = 0;
        int whole = bytes.length / 4 * 4;
        for (int i = 0; i < whole; i += 4) {
            hash ^= mixed(bytes[i] & 0xff | (bytes[i + 1] & 0xff) << 8 | (bytes[i + 2] & 0xff) << 16 | bytes[i + 3] << 24);
            hash = Integer.rotateLeft(hash, 13) * 5 + 0xe6546b64;
        }
        int rest = 0;
        for (int i = bytes.length - 1; i >= whole; i--) {
            rest = rest << 8 | bytes[i] & 0xff;
        }
        hash ^= mixed(rest);   // 0 where nothing is left
        hash ^= bytes.length;
        hash = (hash ^ hash >>> 16) * 0x85ebca6b;
        hash = (hash ^ hash >>> 13) * 0xc2b2ae35;
        return hash ^ hash >>> 16;
    }

    private static int mixed(int block) {
        return Integer.rotateLeft(block * FIRST, 15) * SECOND;
    }
}
