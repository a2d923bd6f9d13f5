package lathe.scoring.form;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The nodes of all trees once more, laid out for speed: which leaf does a row come to?
///
/// A row's features are first replaced by small codes (how many of the thresholds asked of a feature lie below it), so that a
/// node fits into eight bytes and its question is a subtraction whose sign is the answer. Brothers lie side by side, a leaf leads
/// to itself, and eight walks go on at a time: none waits for a guess of the processor or for another's memory.
/// The leaves are exactly those that comparing the numbers themselves gives.
final class TreeWalk {

    /// Walks that go on together.
    static final int ABREAST = 8;

    private static final int CODE_BITS = 16;
    private static final int CODE = (1 << CODE_BITS) - 1;
    private static final int MOST_SLOTS = 1 << 15;

    private final long[] nodes;   // left child, its place in the codes with a mark for level sets, code of the threshold or set
    private final int[] leaves;
    private final int[] roots;
    private final long[] sets;
    private final FeatureCodes codes;

    private TreeWalk(long[] nodes, int[] leaves, int[] roots, long[] sets, FeatureCodes codes) {
        this.nodes = nodes;
        this.leaves = leaves;
        this.roots = roots;
        this.sets = sets;
        this.codes = codes;
    }

    /// @return nothing where trees share nodes, or ask for more than the codes can tell apart
    static @Nullable TreeWalk of(Trees trees) {
        FeatureCodes codes = FeatureCodes.of(trees);
        if (codes == null || codes.slots() > MOST_SLOTS || trees.levels().sets() > CODE) {
            return null;
        }
        int n = trees.nodes();
        long[] nodes = new long[n];
        int[] leaves = new int[n];
        int[] roots = new int[trees.trees()];
        int[] old = new int[n];
        int used = 0;
        for (int tree = 0; tree < roots.length; tree++) {
            if (used == n) {
                return null;
            }
            roots[tree] = used;
            old[used] = trees.root(tree);
            int next = used + 1;
            for (int at = used; at < next; at++) {
                int node = old[at];
                if (trees.feature(node) < 0) {
                    nodes[at] = (long) at << 32 | CODE;
                    leaves[at] = trees.left(node);
                } else if (next + 2 > n) {
                    return null;
                } else {
                    nodes[at] = (long) next << 32 | codes.question(trees, node) & 0xFFFFFFFFL;
                    old[next++] = trees.left(node);
                    old[next++] = trees.right(node);
                }
            }
            used = next;
        }
        return new TreeWalk(nodes, leaves, roots, trees.levels().wordsWithNone(), codes);
    }

    int slots() {
        return codes.slots();
    }

    /// Codes of some rows, row by row.
    void encode(double[][] columns, int from, int to, char[] into) {
        codes.encode(columns, from, to, into);
    }

    /// Leaves of eight rows in one tree.
    ///
    /// @param first where the codes of the first row begin; the others follow
    void rows(int tree, char[] rowCodes, int first, int[] into) {
        int step = codes.slots();
        Arrays.fill(into, roots[tree]);
        walk(rowCodes, first, step, into);
    }

    /// Leaves of one row in eight trees, or as many as there are.
    void trees(int firstTree, char[] rowCodes, int first, int[] into) {
        for (int i = 0; i < ABREAST; i++) {
            into[i] = roots[Math.min(firstTree + i, roots.length - 1)];
        }
        walk(rowCodes, first, 0, into);
    }

    // Written out: an inner loop over the eight would keep them in memory instead of in registers.
    private void walk(char[] rowCodes, int first, int step, int[] at) {
        long[] all = nodes;
        int n0 = at[0];
        int n1 = at[1];
        int n2 = at[2];
        int n3 = at[3];
        int n4 = at[4];
        int n5 = at[5];
        int n6 = at[6];
        int n7 = at[7];
        int moved;
        do {
            int m0 = next(all[n0], rowCodes, first);
            int m1 = next(all[n1], rowCodes, first + step);
            int m2 = next(all[n2], rowCodes, first + 2 * step);
            int m3 = next(all[n3], rowCodes, first + 3 * step);
            int m4 = next(all[n4], rowCodes, first + 4 * step);
            int m5 = next(all[n5], rowCodes, first + 5 * step);
            int m6 = next(all[n6], rowCodes, first + 6 * step);
            int m7 = next(all[n7], rowCodes, first + 7 * step);
            moved = m0 ^ n0 | m1 ^ n1 | m2 ^ n2 | m3 ^ n3 | m4 ^ n4 | m5 ^ n5 | m6 ^ n6 | m7 ^ n7;
            n0 = m0;
            n1 = m1;
            n2 = m2;
            n3 = m3;
            n4 = m4;
            n5 = m5;
            n6 = m6;
            n7 = m7;
        } while (moved != 0);
        at[0] = leaves[n0];
        at[1] = leaves[n1];
        at[2] = leaves[n2];
        at[3] = leaves[n3];
        at[4] = leaves[n4];
        at[5] = leaves[n5];
        at[6] = leaves[n6];
        at[7] = leaves[n7];
    }

    // The sign of the difference is 1 where the code is larger than the node's, which is the way to the right.
    private int next(long node, char[] rowCodes, int row) {
        int question = (int) node;
        int left = (int) (node >>> 32);
        if (question >= 0) {
            return left + ((question & CODE) - rowCodes[row + (question >>> CODE_BITS)] >>> 31);
        }
        int level = rowCodes[row + (question >>> CODE_BITS & MOST_SLOTS - 1)];
        long word = sets[(question & CODE) * LevelSets.WORDS_WITH_NONE + (level >> 6)];
        return left + (int) (~(word >>> level) & 1);
    }
}
