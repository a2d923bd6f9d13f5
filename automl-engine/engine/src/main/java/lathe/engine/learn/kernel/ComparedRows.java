package lathe.engine.learn.kernel;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import lathe.engine.learn.FitContext;
import lathe.scoring.form.Floats;
import lathe.scoring.form.Kernel;
import lathe.scoring.form.KnownRows;
import lathe.scoring.step.Numbers;

/// Training rows on the scale they are compared on: numbers with mean 0 and deviation 1, flags as they are.
///
/// They are kept as floats, and learnt from as such, so that a form sees what its learner saw.
/// Scaling a rare flag to deviation 1 would make it count more than all else together.
final class ComparedRows {

    private final double[][] columns;
    private final double[] centres;
    private final double[] scales;
    private final int count;

    private ComparedRows(double[][] columns, double[] centres, double[] scales, int count) {
        this.columns = columns;
        this.centres = centres;
        this.scales = scales;
        this.count = count;
    }

    /// @param raw finite, shape p × n
    static ComparedRows of(double[][] raw, int count) {
        int p = raw.length;
        double[] centres = new double[p];
        double[] scales = new double[p];
        double[][] columns = new double[p][count];
        for (int feature = 0; feature < p; feature++) {
            double[] column = raw[feature];
            scales[feature] = 1;
            if (!Arrays.stream(column).allMatch(x -> x == 0 || x == 1)) {
                double mean = Arrays.stream(column).sum() / count;
                double deviation = Math.sqrt(Arrays.stream(column).map(x -> (x - mean) * (x - mean)).sum() / count);
                centres[feature] = mean;
                scales[feature] = deviation > 1e-12 * Math.abs(mean) && deviation > Double.MIN_NORMAL ? 1 / deviation : 0;
            }
            for (int row = 0; row < count; row++) {
                columns[feature][row] = (float) ((column[row] - centres[feature]) * scales[feature]);
            }
        }
        return new ComparedRows(columns, centres, scales, count);
    }

    int count() {
        return count;
    }

    int width() {
        return columns.length;
    }

    /// Sum of the columns' variances: a usual squared distance is twice that.
    double variance() {
        double sum = 0;
        for (double[] column : columns) {
            double mean = Arrays.stream(column).sum() / count;
            sum += Arrays.stream(column).map(x -> (x - mean) * (x - mean)).sum() / count;
        }
        return sum > 0 ? sum : 1;
    }

    /// Some of the rows, as a form keeps them.
    KnownRows known(int[] rows) {
        float[] values = new float[Math.multiplyExact(columns.length, rows.length)];
        for (int feature = 0; feature < columns.length; feature++) {
            for (int i = 0; i < rows.length; i++) {
                values[feature * rows.length + i] = (float) columns[feature][rows[i]];
            }
        }
        return new KnownRows(Numbers.of(centres), Numbers.of(scales), Floats.of(values));
    }

    KnownRows known() {
        return known(IntStream.range(0, count).toArray());
    }

    /// Similarities of all pairs, the lower triangle. Cost: n² × p / 2; 4 n² bytes for a whole one of floats.
    ///
    /// @throws CancellationException if time is up first
    double[][] similarities(Kernel.Similarity similarity, FitContext context) {
        double[][] lower = new double[count][];
        for (int row = 0; row < count; row++) {
            if (context.mustStop()) {
                throw new CancellationException("time was up before the fit ended");
            }
            double[] sums = sums(row, similarity.measure());
            for (int i = 0; i <= row; i++) {
                sums[i] = similarity.of(sums[i]);
            }
            lower[row] = sums;
        }
        return lower;
    }

    private double[] sums(int row, KnownRows.Measure measure) {
        double[] sums = new double[row + 1];
        for (double[] column : columns) {
            double x = column[row];
            switch (measure) {
                case ABSOLUTE -> {
                    for (int i = 0; i <= row; i++) {
                        sums[i] += Math.abs(column[i] - x);
                    }
                }
                case SQUARED -> {
                    for (int i = 0; i <= row; i++) {
                        double apart = column[i] - x;
                        sums[i] += apart * apart;
                    }
                }
                case PRODUCT -> {
                    for (int i = 0; i <= row; i++) {
                        sums[i] += column[i] * x;
                    }
                }
            }
        }
        return sums;
    }
}
