package lathe.scoring.form;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Sets of level numbers, for nodes of trees that ask which group a level is in. Immutable.
///
/// A level is a whole number from 0 to 255, stored as one bit of four longs.
public final class LevelSets {

    /// Largest number of levels.
    public static final int LEVELS = 256;
    public static final LevelSets NONE = new LevelSets(new int[0], new long[0]);

    /// Longs of a set in [#wordsWithNone].
    static final int WORDS_WITH_NONE = LEVELS / Long.SIZE + 1;

    private static final int WORDS = LEVELS / Long.SIZE;

    private final int[] ofNode;
    private final long[] bits;

    /// @param ofNode for each node its set, −1 where a threshold decides; empty if there are no sets
    /// @param bits   four longs for each set
    public LevelSets(int[] ofNode, long[] bits) {
        if (bits.length % WORDS != 0 || Arrays.stream(ofNode).anyMatch(set -> set < -1 || set >= bits.length / WORDS)) {
            throw new IllegalArgumentException("nodes must name one of %d sets".formatted(bits.length / WORDS));
        }
        this.ofNode = ofNode;
        this.bits = bits;
    }

    public boolean isEmpty() {
        return ofNode.length == 0;
    }

    // The sets of the first nodes, which stand before those of later ones.
    LevelSets first(int count) {
        if (isEmpty()) {
            return this;
        }
        int[] kept = Arrays.copyOf(ofNode, count);
        int used = Arrays.stream(kept).max().orElse(-1) + 1;
        return used == 0 ? NONE : new LevelSets(kept, Arrays.copyOf(bits, used * WORDS));
    }

    int nodes() {
        return ofNode.length;
    }

    /// The set a node asks for; −1 where a threshold decides.
    public int set(int node) {
        return ofNode.length == 0 ? -1 : ofNode[node];
    }

    /// The bits of all sets, each followed by 64 zeros: what is no level is in no set.
    long[] wordsWithNone() {
        long[] words = new long[sets() * WORDS_WITH_NONE];
        for (int set = 0; set < sets(); set++) {
            System.arraycopy(bits, set * WORDS, words, set * WORDS_WITH_NONE, WORDS);
        }
        return words;
    }

    public int sets() {
        return bits.length / WORDS;
    }

    /// What is no whole number from 0 to 255 is in no set.
    public boolean contains(int set, double level) {
        int number = (int) level;
        return number == level && number >= 0 && number < LEVELS
                && (bits[WORDS * set + (number >> 6)] >>> number & 1) != 0;
    }

    /// The levels of a set, rising.
    public int[] members(int set) {
        return IntStream.range(0, LEVELS).filter(level -> contains(set, level)).toArray();
    }

    /// @param members the levels of each set
    public static LevelSets of(int[] ofNode, int[][] members) {
        long[] bits = new long[WORDS * members.length];
        for (int set = 0; set < members.length; set++) {
            for (int level : members[set]) {
                if (level < 0 || level >= LEVELS) {
                    throw new IllegalArgumentException("a level must lie in [0, %d), was %d".formatted(LEVELS, level));
                }
                bits[WORDS * set + (level >> 6)] |= 1L << level;
            }
        }
        return new LevelSets(ofNode, bits);
    }
}
