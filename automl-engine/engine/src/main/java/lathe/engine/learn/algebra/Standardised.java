package lathe.engine.learn.algebra;

import java.util.Arrays;

/// Columns with mean 0 and deviation 1, and what they were moved by and multiplied with.
///
/// A constant column becomes 0 and is multiplied with 0 afterwards too.
public final class Standardised {

    private static final double LEAST_DEVIATION = 1e-12;

    private final double[][] columns;
    private final double[] centres;
    private final double[] scales;

    private Standardised(double[][] columns, double[] centres, double[] scales) {
        this.columns = columns;
        this.centres = centres;
        this.scales = scales;
    }

    /// @param raw     finite, shape p × n; not changed
    /// @param weights how much each row counts in means and deviations, shape n
    public static Standardised of(double[][] raw, double[] weights) {
        return of(raw, weights, false);
    }

    /// But flags, which are only 0 or 1, keep their deviation: scaled up, a rare one would outweigh all else.
    public static Standardised exceptFlags(double[][] raw, double[] weights) {
        return of(raw, weights, true);
    }

    private static Standardised of(double[][] raw, double[] weights, boolean keepFlags) {
        double total = Arrays.stream(weights).sum();
        int p = raw.length;
        double[][] columns = new double[p][];
        double[] centres = new double[p];
        double[] scales = new double[p];
        for (int feature = 0; feature < p; feature++) {
            double[] column = raw[feature];
            double sum = 0;
            for (int row = 0; row < column.length; row++) {
                sum += weights[row] * column[row];
            }
            double mean = sum / total;
            double squares = 0;
            for (int row = 0; row < column.length; row++) {
                squares += weights[row] * (column[row] - mean) * (column[row] - mean);
            }
            double deviation = Math.sqrt(squares / total);
            centres[feature] = mean;
            boolean varies = deviation > LEAST_DEVIATION * Math.abs(mean) && deviation > Double.MIN_NORMAL;
            boolean kept = keepFlags && Arrays.stream(column).allMatch(value -> value == 0 || value == 1);
            scales[feature] = !varies ? 0 : kept ? 1 : 1 / deviation;
            columns[feature] = apply(column, mean, scales[feature]);
        }
        return new Standardised(columns, centres, scales);
    }

    private static double[] apply(double[] column, double centre, double scale) {
        double[] out = new double[column.length];
        for (int row = 0; row < out.length; row++) {
            out[row] = (column[row] - centre) * scale;
        }
        return out;
    }

    public int width() {
        return columns.length;
    }

    /// Shape p × n; callers must not write to it.
    public double[][] columns() {
        return columns;
    }

    public double centre(int feature) {
        return centres[feature];
    }

    /// What the feature is multiplied with; 0 for a constant one.
    public double scale(int feature) {
        return scales[feature];
    }

    /// The value a standardised one stands for.
    public double raw(int feature, double standardised) {
        return scales[feature] == 0 ? centres[feature] : centres[feature] + standardised / scales[feature];
    }
}
