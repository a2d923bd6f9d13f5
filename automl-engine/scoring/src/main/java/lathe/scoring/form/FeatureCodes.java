package lathe.scoring.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Small codes for the features that trees ask for. A feature has a slot for each of the ways it is asked: with missing numbers
/// to the left, with missing ones to the right, for its level.
final class FeatureCodes {

    private static final int MOST_CODE = 65_534;
    private static final int NO_LEVEL = LevelSets.LEVELS;
    private static final int MOST_WIDTH = 1 << 17;   // a file from outside may claim anything
    private static final int WAYS = 3;
    private static final int MARK_OF_SETS = 1 << 15;

    private enum Way { MISSING_LEFT, MISSING_RIGHT, LEVEL }

    /// @param thresholds distinct and rising; empty for levels
    private record Slot(int feature, Way way, int number, double[] thresholds) { }

    private final Slot[] slots;
    private final int[] byFeatureAndWay;

    private FeatureCodes(Slot[] slots, int[] byFeatureAndWay) {
        this.slots = slots;
        this.byFeatureAndWay = byFeatureAndWay;
    }

    /// @return nothing where a feature is asked for too many thresholds, or for one that is not finite
    static @Nullable FeatureCodes of(Trees trees) {
        if (trees.width() > MOST_WIDTH) {
            return null;
        }
        int[] counts = new int[trees.width() * WAYS];
        for (int node = 0; node < trees.nodes(); node++) {
            if (trees.feature(node) >= 0) {
                counts[key(trees, node)]++;
                if (way(trees, node) != Way.LEVEL && !Double.isFinite(trees.threshold(node))) {
                    return null;
                }
            }
        }
        double[][] asked = new double[counts.length][];
        Arrays.setAll(asked, key -> new double[key % WAYS == Way.LEVEL.ordinal() ? 0 : counts[key]]);
        int[] filled = new int[counts.length];
        for (int node = 0; node < trees.nodes(); node++) {
            if (trees.feature(node) >= 0 && way(trees, node) != Way.LEVEL) {
                int key = key(trees, node);
                asked[key][filled[key]++] = trees.threshold(node) + 0.0;   // -0 is 0
            }
        }
        List<Slot> slots = new ArrayList<>();
        int[] numbers = new int[counts.length];
        for (int key = 0; key < counts.length; key++) {
            if (counts[key] > 0) {
                double[] thresholds = distinct(asked[key]);
                if (thresholds.length > MOST_CODE) {
                    return null;
                }
                numbers[key] = slots.size();
                slots.add(new Slot(key / WAYS, Way.values()[key % WAYS], slots.size(), thresholds));
            }
        }
        return new FeatureCodes(slots.toArray(Slot[]::new), numbers);
    }

    private static double[] distinct(double[] values) {
        Arrays.sort(values);
        int kept = 0;
        for (double value : values) {
            if (kept == 0 || value > values[kept - 1]) {
                values[kept++] = value;
            }
        }
        return Arrays.copyOf(values, kept);
    }

    private static int key(Trees trees, int node) {
        return trees.feature(node) * WAYS + way(trees, node).ordinal();
    }

    private static Way way(Trees trees, int node) {
        return trees.levels().set(node) >= 0 ? Way.LEVEL : trees.missingLeft(node) ? Way.MISSING_LEFT : Way.MISSING_RIGHT;
    }

    int slots() {
        return slots.length;
    }

    /// A node's question: its slot in the upper half, with a mark for level sets; in the lower half the code up to which a row
    /// goes left, or the number of the set.
    int question(Trees trees, int node) {
        Way way = way(trees, node);
        Slot slot = slots[byFeatureAndWay[key(trees, node)]];
        return way == Way.LEVEL ? (slot.number() | MARK_OF_SETS) << 16 | trees.levels().set(node)
                : slot.number() << 16 | Arrays.binarySearch(slot.thresholds(), trees.threshold(node) + 0.0);
    }

    /// Codes of the rows from the first to before the last, row by row.
    void encode(double[][] columns, int from, int to, char[] into) {
        for (Slot slot : slots) {
            double[] column = columns[slot.feature()];
            int at = slot.number();
            for (int row = from; row < to; row++) {
                into[at] = (char) (slot.way() == Way.LEVEL ? level(column[row]) : code(slot, column[row]));
                at += slots.length;
            }
        }
    }

    /// The level, or one more than there may be.
    static int level(double x) {
        int level = (int) x;
        return level == x && level >= 0 && level < LevelSets.LEVELS ? level : NO_LEVEL;
    }

    private static int code(Slot slot, double x) {
        if (Double.isNaN(x)) {
            return slot.way() == Way.MISSING_LEFT ? 0 : slot.thresholds().length;
        }
        return below(slot.thresholds(), x);
    }

    // How many thresholds lie below x, by halving. The sign of a difference takes the place of a question, whose answer the
    // processor would have to guess; thresholds are finite and never -0, so the difference is negative just where one is below.
    static int below(double[] thresholds, double x) {
        int start = 0;
        int left = thresholds.length;
        while (left > 1) {
            int half = left >>> 1;
            start += half & -(int) (Double.doubleToRawLongBits(thresholds[start + half - 1] - x) >>> 63);
            left -= half;
        }
        return start + (int) (Double.doubleToRawLongBits(thresholds[start] - x) >>> 63);
    }
}
