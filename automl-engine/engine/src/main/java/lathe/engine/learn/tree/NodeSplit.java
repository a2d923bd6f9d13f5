package lathe.engine.learn.tree;

import java.util.Arrays;
import java.util.Comparator;
import java.util.random.RandomGenerator;
import lathe.engine.learn.RowDraw;
import org.jspecify.annotations.Nullable;

/// The best cut of one node of a tree of a forest, feature by feature.
///
/// Large nodes are counted by code, small ones sorted, whichever reads less; with random cuts the rows are read twice.
final class NodeSplit {

    private final BinnedMatrix matrix;
    private final Purity purity;
    private final ForestRules rules;
    private final int width;
    private final double[] counts;
    private final double[] left;
    private final double[] right;
    private final int[] keys;

    private int[] rows = {};
    private int from;
    private int to;
    private double[] sums = {};
    private double parent;
    private double gain;
    private int feature;
    private int code;
    private @Nullable CodeSet levels;

    NodeSplit(BinnedMatrix matrix, Purity purity, ForestRules rules) {
        this.matrix = matrix;
        this.purity = purity;
        this.rules = rules;
        this.width = purity.width();
        this.counts = new double[256 * width];
        this.left = new double[width];
        this.right = new double[width];
        this.keys = new int[256];
    }

    /// @param sums of all rows at [from, to)
    void start(int[] ordered, int first, int end, double[] all) {
        rows = ordered;
        from = first;
        to = end;
        sums = all;
        parent = purity.worth(all, 0);
        gain = 0;
    }

    double gain() {
        return gain;
    }

    int feature() {
        return feature;
    }

    int code() {
        return code;
    }

    /// The levels that go left, null for a cut.
    @Nullable CodeSet levels() {
        return levels;
    }

    /// @return whether the feature differs among the rows
    boolean ask(int asked, RandomGenerator random) {
        Arrays.fill(left, 0);
        if (matrix.numbersLevels(asked)) {
            return askLevels(asked, random);
        }
        if (rules.randomCuts()) {
            return askAtRandom(asked, random);
        }
        return 2 * (to - from) < matrix.codes(asked) ? askSorted(asked) : askCounted(asked);
    }

    private boolean askCounted(int asked) {
        int codes = matrix.codes(asked);
        Arrays.fill(counts, 0, codes * width, 0);
        purity.count(matrix.groupOf(asked), BinnedMatrix.shift(asked), rows, from, to, counts);
        int last = -1;
        for (int each = 0; each < codes; each++) {
            if (purity.weight(counts, each * width) > 0) {
                if (last >= 0) {
                    judge(asked, last, null, 0);
                }
                for (int i = 0; i < width; i++) {
                    left[i] += counts[each * width + i];
                }
                last = last < 0 ? each : Math.max(last, each);
            }
        }
        return differs(last);
    }

    // All rows in one code leave nothing to the right.
    private boolean differs(int last) {
        return purity.weight(counts, last * width) < purity.weight(sums, 0);
    }

    private boolean askSorted(int asked) {
        int[] codes = matrix.groupOf(asked);
        int shift = BinnedMatrix.shift(asked);
        int n = to - from;
        for (int i = 0; i < n; i++) {
            keys[i] = (codes[rows[from + i]] >>> shift & 255) << 16 | i;
        }
        Arrays.sort(keys, 0, n);
        int first = keys[0] >>> 16;
        if (keys[n - 1] >>> 16 == first) {
            return false;
        }
        int before = first;
        for (int i = 0; i < n; i++) {
            int own = keys[i] >>> 16;
            if (own != before) {
                judge(asked, before, null, 0);
                before = own;
            }
            purity.add(rows[from + (keys[i] & 0xffff)], left, 0);
        }
        return true;
    }

    // In the order of their means, where the best group is a run; with random cuts in any order, and one run drawn by lot.
    private boolean askLevels(int asked, RandomGenerator random) {
        int codes = matrix.codes(asked);
        Arrays.fill(counts, 0, codes * width, 0);
        purity.count(matrix.groupOf(asked), BinnedMatrix.shift(asked), rows, from, to, counts);
        int[] order = new int[codes];
        int present = 0;
        for (int each = 0; each < codes; each++) {
            if (purity.weight(counts, each * width) > 0) {
                order[present++] = each;
            }
        }
        if (present < 2) {
            return false;
        }
        int drawn = 0;
        if (rules.randomCuts()) {
            RowDraw.shuffle(order, present, random);
            drawn = 1 + random.nextInt(present - 1);
        } else {
            order = byPosition(order, present);
        }
        for (int taken = 1; taken < present; taken++) {
            int own = order[taken - 1];
            for (int i = 0; i < width; i++) {
                left[i] += counts[own * width + i];
            }
            if (drawn == 0 || drawn == taken) {
                judge(asked, own, order, taken);
            }
        }
        return true;
    }

    private int[] byPosition(int[] order, int present) {
        double[] positions = new double[counts.length / width];
        for (int i = 0; i < present; i++) {
            positions[order[i]] = purity.position(counts, order[i] * width, sums);
        }
        return Arrays.stream(order, 0, present).boxed().sorted(Comparator.comparingDouble(each -> positions[each]))
                .mapToInt(Integer::intValue).toArray();
    }

    private boolean askAtRandom(int asked, RandomGenerator random) {
        int[] codes = matrix.groupOf(asked);
        int shift = BinnedMatrix.shift(asked);
        int low = 255;
        int high = 0;
        for (int i = from; i < to; i++) {
            int own = codes[rows[i]] >>> shift & 255;
            low = Math.min(low, own);
            high = Math.max(high, own);
        }
        if (low == high) {
            return false;
        }
        int cut = low + random.nextInt(high - low);
        for (int i = from; i < to; i++) {
            if ((codes[rows[i]] >>> shift & 255) <= cut) {
                purity.add(rows[i], left, 0);
            }
        }
        judge(asked, cut, null, 0);
        return true;
    }

    /// @param order if not null, its first `taken` codes go left instead of a cut
    private void judge(int asked, int cut, int @Nullable [] order, int taken) {
        for (int i = 0; i < width; i++) {
            right[i] = sums[i] - left[i];
        }
        if (purity.weight(left, 0) < rules.leafRows() || purity.weight(right, 0) < rules.leafRows()) {
            return;
        }
        double now = purity.worth(left, 0) + purity.worth(right, 0) - parent;
        if (now > gain) {
            gain = now;
            feature = asked;
            code = cut;
            levels = order == null ? null : CodeSet.of(order, taken);
        }
    }
}
