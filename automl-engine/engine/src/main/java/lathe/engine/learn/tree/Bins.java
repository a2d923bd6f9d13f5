package lathe.engine.learn.tree;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lathe.scoring.form.LevelSets;

/// Where one feature is cut into bins.
///
/// A value belongs to the first bin whose upper bound it does not exceed; the last bin has no bound. Bins hold about equally
/// many rows, except that a value more frequent than that has a bin to itself. Code 0 is missing, bins are coded from 1.
///
/// Source: the greedy binning of G. Ke et al., "LightGBM: A Highly Efficient Gradient Boosting Decision Tree" (2017).
///
/// @param bounds rising, one fewer than bins
/// @param levels the level number in each bin; empty for other numbers
record Bins(double[] bounds, int[] levels) {

    /// Codes besides the one of missing, at most.
    static final int MOST = 255;
    private static final int SAMPLE = 200_000;

    /// @param values may hold NaN; from more than 200,000 a sample decides
    static Bins of(double[] values, int most) {
        double[] sorted = present(values);
        Arrays.sort(sorted);
        int distinct = distinct(sorted);
        double[] levels = new double[distinct];
        int[] counts = new int[distinct];
        int level = -1;
        for (double value : sorted) {
            if (level < 0 || value != levels[level]) {
                levels[++level] = value;
            }
            counts[level]++;
        }
        return distinct <= most ? everyLevel(levels) : ofEqualSize(levels, counts, sorted.length, most);
    }

    /// A bin for each level, or bins as for other numbers where some value is no level number.
    static Bins ofLevels(double[] values, int most) {
        boolean[] present = new boolean[LevelSets.LEVELS];
        for (double value : values) {
            int level = (int) value;
            if (level != value || level < 0 || level >= LevelSets.LEVELS) {
                return of(values, most);
            }
            present[level] = true;
        }
        int[] levels = IntStream.range(0, LevelSets.LEVELS).filter(level -> present[level]).toArray();
        if (levels.length > most) {
            return of(values, most);
        }
        double[] bounds = IntStream.range(1, levels.length).mapToDouble(i -> (levels[i - 1] + levels[i]) / 2.0).toArray();
        return new Bins(bounds, levels);
    }

    private static int distinct(double[] sorted) {
        int distinct = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                distinct++;
            }
        }
        return distinct;
    }

    private static double[] present(double[] values) {
        if (values.length <= SAMPLE) {
            return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        }
        SplittableRandom random = new SplittableRandom(values.length);
        double[] drawn = new double[SAMPLE];
        int count = 0;
        for (int i = 0; i < SAMPLE; i++) {
            double value = values[random.nextInt(values.length)];
            if (!Double.isNaN(value)) {
                drawn[count++] = value;
            }
        }
        return Arrays.copyOf(drawn, count);
    }

    private static Bins everyLevel(double[] levels) {
        double[] bounds = new double[Math.max(0, levels.length - 1)];
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = between(levels[i], levels[i + 1]);
        }
        return new Bins(bounds, new int[0]);
    }

    private static Bins ofEqualSize(double[] levels, int[] counts, int rows, int most) {
        double mean = (double) rows / most;
        int rest = rows;
        int free = most;
        for (int count : counts) {
            if (count >= mean) {
                rest -= count;
                free--;
            }
        }
        double share = (double) rest / Math.max(1, free);
        double[] bounds = new double[most - 1];
        int made = 0;
        int held = 0;
        for (int i = 0; i < levels.length - 1 && made < bounds.length; i++) {
            boolean alone = counts[i] >= mean;
            if (!alone) {
                rest -= counts[i];
            }
            held += counts[i];
            boolean beforeAlone = counts[i + 1] >= mean && held >= Math.max(1, share / 2);
            if (alone || held >= share || beforeAlone) {
                bounds[made++] = between(levels[i], levels[i + 1]);
                held = 0;
                if (!alone) {
                    free--;
                    share = (double) rest / Math.max(1, free);
                }
            }
        }
        return new Bins(Arrays.copyOf(bounds, made), new int[0]);
    }

    // Never the upper value itself, also for neighbouring or infinite numbers.
    private static double between(double low, double high) {
        double middle = low + (high - low) / 2;
        return middle < high ? middle : low;
    }

    /// Number of bins without the one for missing.
    int count() {
        return bounds.length + 1;
    }

    /// Largest value that belongs to a bin or one before it.
    double bound(int code) {
        if (code == 0) {
            return -Double.MAX_VALUE;
        }
        return code > bounds.length ? Double.MAX_VALUE : bounds[code - 1];
    }

    /// Whether each bin holds one level.
    boolean areLevels() {
        return levels.length > 0;
    }

    /// The level of a bin, if [#areLevels].
    int level(int code) {
        return levels[code - 1];
    }

    /// @return 0 for NaN, otherwise 1 + the number of bounds below the value
    int code(double value) {
        if (Double.isNaN(value)) {
            return 0;
        }
        int base = 0;
        for (int length = bounds.length; length > 0; ) {   // without a branch to guess at
            int half = (length + 1) >>> 1;
            base += bounds[base + half - 1] < value ? half : 0;
            length -= half;
        }
        return base + 1;
    }
}
