package lathe.engine.learn.tree;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Sums of gradients and curvatures by code, for the features a tree may ask.
///
/// A histogram is one array: for each feature its codes, for each code the sum of gradients and that of curvatures. The one of
/// a node's larger child is its own minus the smaller child's, so only the smaller child's rows are read. Memory is bounded:
/// beyond [#MOST_BYTES] a leaf's histogram is not kept, and both children are counted anew when it is split.
final class Histograms {

    private static final int GROUP = 4;
    private static final long MOST_BYTES = 256L << 20;
    // Fewer rows are counted before other threads have woken.
    private static final int ROWS_FOR_ALL_CORES = 50_000;

    private final BinnedMatrix matrix;
    private final boolean onAllCores;
    private final float[] ordered;
    private final int[] offsets;
    private final Pool pool;
    private int size;
    private int[] used = {};

    /// Arrays to be used again. Growers of which only one grows at a time share one: each alone would hold those of its largest
    /// tree.
    static final class Pool {
        private final Deque<double[]> free = new ArrayDeque<>();
        private int room;
        private int made;
        private double[] passing = {};
    }

    /// @param onAllCores whether features are counted by all cores at a time
    Histograms(BinnedMatrix matrix, boolean onAllCores) {
        this(matrix, new Pool(), onAllCores);
    }

    Histograms(BinnedMatrix matrix, Pool pool) {
        this(matrix, pool, false);
    }

    private Histograms(BinnedMatrix matrix, Pool pool, boolean onAllCores) {
        this.onAllCores = onAllCores;
        this.matrix = matrix;
        this.pool = pool;
        this.ordered = new float[2 * matrix.rows()];
        this.offsets = new int[matrix.width()];
    }

    /// From now on only these features are counted, in rising order. Histograms taken before must have been given back.
    void use(int[] features) {
        int needed = 0;
        for (int feature : features) {
            offsets[feature] = needed;
            needed += 2 * matrix.codes(feature);
        }
        if (needed > pool.room) {
            pool.free.clear();
            pool.made = 0;
            pool.room = needed;
        }
        size = needed;
        used = features;
    }

    int[] used() {
        return used;
    }

    /// Where a feature's sums begin in a histogram.
    int offset(int feature) {
        return offsets[feature];
    }

    /// @return null if no memory is left for one
    double @Nullable [] take() {
        double[] kept = pool.free.poll();
        if (kept != null) {
            return kept;
        }
        if (pool.made > 2 && (pool.made + 1L) * pool.room * Double.BYTES > MOST_BYTES) {
            return null;
        }
        pool.made++;
        return new double[pool.room];
    }

    /// An array for sums that nobody keeps; the next caller gets the same one.
    double[] passing() {
        if (pool.passing.length < pool.room) {
            pool.passing = new double[pool.room];
        }
        return pool.passing;
    }

    void giveBack(double @Nullable [] histogram) {
        if (histogram != null) {
            pool.free.push(histogram);
        }
    }

    /// @param rows      the node's rows stand at [from, to)
    /// @param gradients gradient and curvature by turns, shape 2 × n
    void count(int[] rows, int from, int to, float[] gradients, double[] out) {
        Arrays.fill(out, 0, size, 0);
        for (int i = from; i < to; i++) {
            int row = rows[i];
            ordered[2 * (i - from)] = gradients[2 * row];
            ordered[2 * (i - from) + 1] = gradients[2 * row + 1];
        }
        if (onAllCores && to - from > ROWS_FOR_ALL_CORES) {
            // Each group writes to a part of its own, so that the sums do not depend on who counts them.
            IntStream.range(0, used.length).filter(i -> i == 0 || used[i] / GROUP != used[i - 1] / GROUP).parallel()
                    .forEach(start -> countGroup(matrix.group(used[start] / GROUP), start, end(start), rows, from, to, out));
            return;
        }
        for (int start = 0; start < used.length; start = end(start)) {
            countGroup(matrix.group(used[start] / GROUP), start, end(start), rows, from, to, out);
        }
    }

    // Behind the last feature of the same group.
    private int end(int start) {
        int end = start + 1;
        while (end < used.length && used[end] / GROUP == used[start] / GROUP) {
            end++;
        }
        return end;
    }

    private void countGroup(int[] codes, int start, int end, int[] rows, int from, int to, double[] out) {
        switch (end - start) {
            case 4 -> countFour(codes, start, rows, from, to, out);
            case 3 -> {
                countTwo(codes, used[start], used[start + 1], rows, from, to, out);
                countOne(codes, used[start + 2], rows, from, to, out);
            }
            case 2 -> countTwo(codes, used[start], used[start + 1], rows, from, to, out);
            default -> countOne(codes, used[start], rows, from, to, out);
        }
    }

    private void countFour(int[] codes, int start, int[] rows, int from, int to, double[] out) {
        float[] sums = ordered;
        int first = offsets[used[start]];
        int second = offsets[used[start + 1]];
        int third = offsets[used[start + 2]];
        int fourth = offsets[used[start + 3]];
        for (int i = from, j = 0; i < to; i++, j += 2) {
            int four = codes[rows[i]];
            double gradient = sums[j];
            double curvature = sums[j + 1];
            int a = first + (four << 1 & 510);
            int b = second + (four >>> 7 & 510);
            int c = third + (four >>> 15 & 510);
            int d = fourth + (four >>> 23 & 510);
            out[a] += gradient;
            out[a + 1] += curvature;
            out[b] += gradient;
            out[b + 1] += curvature;
            out[c] += gradient;
            out[c + 1] += curvature;
            out[d] += gradient;
            out[d + 1] += curvature;
        }
    }

    private void countTwo(int[] codes, int one, int other, int[] rows, int from, int to, double[] out) {
        float[] sums = ordered;
        int first = offsets[one];
        int second = offsets[other];
        int firstShift = BinnedMatrix.shift(one);
        int secondShift = BinnedMatrix.shift(other);
        for (int i = from, j = 0; i < to; i++, j += 2) {
            int four = codes[rows[i]];
            double gradient = sums[j];
            double curvature = sums[j + 1];
            int a = first + ((four >>> firstShift & 255) << 1);
            int b = second + ((four >>> secondShift & 255) << 1);
            out[a] += gradient;
            out[a + 1] += curvature;
            out[b] += gradient;
            out[b + 1] += curvature;
        }
    }

    private void countOne(int[] codes, int feature, int[] rows, int from, int to, double[] out) {
        float[] sums = ordered;
        int first = offsets[feature];
        int shift = BinnedMatrix.shift(feature);
        for (int i = from, j = 0; i < to; i++, j += 2) {
            int a = first + ((codes[rows[i]] >>> shift & 255) << 1);
            out[a] += sums[j];
            out[a + 1] += sums[j + 1];
        }
    }

    /// Turns the parent's sums into those of the other child.
    void subtract(double[] parent, double[] child) {
        for (int i = 0; i < size; i++) {
            parent[i] -= child[i];
        }
    }
}
