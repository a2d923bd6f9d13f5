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
    private boolean missingLeft;
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

    /// Where rows without a value go.
    boolean missingLeft() {
        return missingLeft;
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
        boolean missing = purity.weight(counts, 0) > 0;
        int last = missing ? cuts(asked, 0, codes) : -1;
        if (missing) {
            Arrays.fill(left, 0);
        }
        last = Math.max(last, cuts(asked, 1, codes));
        return purity.weight(counts, last * width) < purity.weight(sums, 0);   // all rows in one code leave nothing to the right
    }

    // Code 0 goes left with the lowest ones if the cuts begin with it, and right otherwise.
    private int cuts(int asked, int first, int codes) {
        int last = -1;
        for (int each = first; each < codes; each++) {
            if (purity.weight(counts, each * width) > 0) {
                if (last >= 0) {
                    judge(asked, last, first == 0);
                }
                for (int i = 0; i < width; i++) {
                    left[i] += counts[each * width + i];
                }
                last = each;
            }
        }
        return last;
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
        sortedCuts(asked, 0, n, true);
        if (first == 0) {
            Arrays.fill(left, 0);
            int present = 0;
            while (keys[present] >>> 16 == 0) {
                present++;
            }
            sortedCuts(asked, present, n, false);
        }
        return true;
    }

    private void sortedCuts(int asked, int start, int end, boolean missingGoesLeft) {
        int before = keys[start] >>> 16;
        for (int i = start; i < end; i++) {
            int own = keys[i] >>> 16;
            if (own != before) {
                judge(asked, before, missingGoesLeft);
                before = own;
            }
            purity.add(rows[from + (keys[i] & 0xffff)], left, 0);
        }
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
                judge(asked, own, true, order, taken);
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
        int low = 256;
        int high = 0;
        boolean missing = false;
        for (int i = from; i < to; i++) {
            int own = codes[rows[i]] >>> shift & 255;
            missing |= own == 0;
            low = own == 0 ? low : Math.min(low, own);
            high = Math.max(high, own);
        }
        if (low >= high && !(missing && high > 0)) {
            return false;
        }
        int cut = low == high ? 0 : low + random.nextInt(high - low);
        for (int i = from; i < to; i++) {
            int own = codes[rows[i]] >>> shift & 255;
            if (own > 0 && own <= cut) {
                purity.add(rows[i], left, 0);
            }
        }
        if (cut > 0) {
            judge(asked, cut, false);
        }
        if (missing) {
            addMissing(codes, shift);
            judge(asked, cut, true);
        }
        return true;
    }

    private void addMissing(int[] codes, int shift) {
        for (int i = from; i < to; i++) {
            if ((codes[rows[i]] >>> shift & 255) == 0) {
                purity.add(rows[i], left, 0);
            }
        }
    }

    private void judge(int asked, int cut, boolean missingGoesLeft) {
        judge(asked, cut, missingGoesLeft, null, 0);
    }

    /// @param order if not null, its first `taken` codes go left instead of a cut
    private void judge(int asked, int cut, boolean missingGoesLeft, int @Nullable [] order, int taken) {
        for (int i = 0; i < width; i++) {
            right[i] = sums[i] - left[i];
        }
        if (purity.weight(left, 0) < rules.leafRows() || purity.weight(right, 0) < rules.leafRows()) {
            return;
        }
        int direction = rules.direction(asked);
        if (direction != 0 && direction * (purity.level(right) - purity.level(left)) < 0) {
            return;
        }
        double now = purity.worth(left, 0) + purity.worth(right, 0) - parent;
        if (now > gain) {
            gain = now;
            feature = asked;
            code = cut;
            missingLeft = missingGoesLeft;
            levels = order == null ? null : CodeSet.of(order, taken);
        }
    }
}
