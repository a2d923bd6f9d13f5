package lathe.engine.learn.kernel;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/// Minimises ½ aᵀQa + bᵀa with 0 ≤ a ≤ C and signᵀa = 0, two numbers at a time: the problem of support vectors.
///
/// Q_ij = sign_i sign_j similarity(row_i, row_j). The pair is the one that violates the conditions of the optimum most, chosen
/// with second-order information. Whenever it is stopped, what it has obeys the constraints.
/// Source: R.-E. Fan et al., "Working Set Selection Using Second Order Information for Training Support Vector Machines"
/// (2005).
final class SequentialOptimiser {

    private static final double LEAST_CURVATURE = 1e-12;
    private static final int LOOK_EVERY = 256;

    private final float[][] similarities;
    private final int[] rows;
    private final byte[] signs;
    private final double limit;
    private final double[] values;
    private final double[] gradient;

    /// @param similarities of all pairs of rows, whole
    /// @param rows  the row each number belongs to
    /// @param signs +1 or −1 for each number
    /// @param linear b
    /// @param limit C
    SequentialOptimiser(float[][] similarities, int[] rows, byte[] signs, double[] linear, double limit) {
        this.similarities = similarities;
        this.rows = rows;
        this.signs = signs;
        this.limit = limit;
        this.values = new double[rows.length];
        this.gradient = linear.clone();
    }

    /// The answer: numbers, and the bias that goes with them.
    ///
    /// @param bias the threshold, to be added to the sums
    record Solution(double[] values, double bias) { }

    /// @param tolerance largest violation left
    /// @param most      pairs at most
    Solution solve(double tolerance, int most, BooleanSupplier mustStop) {
        for (int step = 0; step < most; step++) {
            if (step % LOOK_EVERY == 0 && mustStop.getAsBoolean()) {
                break;
            }
            int up = mostViolating();
            int down = up < 0 ? -1 : partner(up, tolerance);
            if (down < 0) {
                break;
            }
            move(up, down);
        }
        return new Solution(values.clone(), bias());
    }

    private boolean mayRise(int i) {
        return signs[i] > 0 ? values[i] < limit : values[i] > 0;
    }

    private boolean mayFall(int i) {
        return signs[i] > 0 ? values[i] > 0 : values[i] < limit;
    }

    private int mostViolating() {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            double slope = -signs[i] * gradient[i];
            if (slope > most && mayRise(i)) {
                most = slope;
                best = i;
            }
        }
        return best;
    }

    private int partner(int up, double tolerance) {
        double highest = -signs[up] * gradient[up];
        float[] similar = similarities[rows[up]];
        double own = similar[rows[up]];
        int best = -1;
        double lowest = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < values.length; j++) {
            if (!mayFall(j)) {
                continue;
            }
            double slope = -signs[j] * gradient[j];
            lowest = Math.min(lowest, slope);
            double gap = highest - slope;
            if (gap > 0) {
                int row = rows[j];
                double curvature = Math.max(LEAST_CURVATURE, own + similarities[row][row] - 2.0 * similar[row]);
                double gain = gap * gap / curvature;
                if (gain > most) {
                    most = gain;
                    best = j;
                }
            }
        }
        return highest - lowest < tolerance ? -1 : best;
    }

    // Along the direction that keeps signᵀa: up rises, down falls, each by its sign.
    private void move(int up, int down) {
        float[] a = similarities[rows[up]];
        float[] b = similarities[rows[down]];
        double curvature = Math.max(LEAST_CURVATURE, (double) a[rows[up]] + b[rows[down]] - 2.0 * a[rows[down]]);
        double step = (-signs[up] * gradient[up] + signs[down] * gradient[down]) / curvature;
        step = Math.min(step, signs[up] > 0 ? limit - values[up] : values[up]);
        step = Math.min(step, signs[down] > 0 ? values[down] : limit - values[down]);
        values[up] = Math.clamp(values[up] + signs[up] * step, 0, limit);
        values[down] = Math.clamp(values[down] - signs[down] * step, 0, limit);
        for (int i = 0; i < values.length; i++) {
            int row = rows[i];
            gradient[i] += signs[i] * step * (a[row] - b[row]);
        }
    }

    // The mean over the numbers between their limits, or the middle of what the others allow.
    private double bias() {
        double sum = 0;
        int free = 0;
        double above = Double.POSITIVE_INFINITY;
        double below = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            double slope = -signs[i] * gradient[i];
            if (values[i] > 0 && values[i] < limit) {
                sum += slope;
                free++;
            } else if (mayRise(i)) {
                below = Math.max(below, slope);
            } else {
                above = Math.min(above, slope);
            }
        }
        if (free > 0) {
            return sum / free;
        }
        return Double.isFinite(above) && Double.isFinite(below) ? (above + below) / 2
                : Double.isFinite(above) ? above : Double.isFinite(below) ? below : 0;
    }

    /// Whole rows of floats from a lower triangle.
    static float[][] whole(double[][] lower) {
        int n = lower.length;
        float[][] out = new float[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                out[i][j] = (float) lower[i][j];
                out[j][i] = out[i][j];
            }
        }
        return out;
    }

    /// The same step for all.
    static double[] filled(int count, double value) {
        double[] out = new double[count];
        Arrays.fill(out, value);
        return out;
    }
}
