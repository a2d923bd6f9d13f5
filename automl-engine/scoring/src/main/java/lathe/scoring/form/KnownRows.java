package lathe.scoring.form;

import java.util.Arrays;
import lathe.scoring.Matrix;
import lathe.scoring.step.Numbers;

/// Rows a form keeps to compare new ones with, and the units they are compared in.
///
/// A value x of feature j is compared as (x − centre_j) × scale_j; the kept values are on that scale already.
///
/// @param centres shape p
/// @param scales  shape p; 0 for a feature that does not count
/// @param values  feature by feature, shape p × m
public record KnownRows(Numbers centres, Numbers scales, Floats values) {

    /// How far apart two rows are, feature by feature, and summed.
    public enum Measure { ABSOLUTE, SQUARED, PRODUCT }

    private static final int CHUNK = 2048;

    public KnownRows {
        int p = centres.size();
        if (scales.size() != p || p == 0 || values.size() % p != 0 || values.size() == 0) {
            throw new IllegalArgumentException("known rows need a scale for each of %d features and full rows, had %d and %d"
                    .formatted(p, scales.size(), values.size()));
        }
    }

    /// Number of features, p.
    public int width() {
        return centres.size();
    }

    /// Number of rows kept, m.
    public int count() {
        return values.size() / centres.size();
    }

    /// For one pass over many rows: copies of the numbers, so that each row costs no more than its sums.
    Comparison comparison(Matrix matrix, Measure measure) {
        if (matrix.width() != width()) {
            throw new IllegalArgumentException("known rows of %d features got %d".formatted(width(), matrix.width()));
        }
        return new Comparison(this, matrix, measure);
    }

    /// Compares row after row. Not for several threads.
    static final class Comparison {

        private final float[] known;
        private final KnownRows rows;
        private final Matrix matrix;
        private final Measure measure;
        private final double[] sums;

        private Comparison(KnownRows rows, Matrix matrix, Measure measure) {
            this.rows = rows;
            this.known = rows.values.toArray();
            this.matrix = matrix;
            this.measure = measure;
            this.sums = new double[rows.count()];
        }

        /// The sums for one row of the matrix, one for each known row; overwritten by the next call.
        ///
        /// Features are added one after the other, first to last: an ONNX graph that does so too gives the same bits, so
        /// that rows equally far away stay equally far.
        double[] to(int row) {
            Arrays.fill(sums, 0);
            for (int start = 0; start < sums.length; start += CHUNK) {
                int end = Math.min(start + CHUNK, sums.length);
                for (int feature = 0; feature < rows.width(); feature++) {
                    double x = (matrix.at(row, feature) - rows.centres.get(feature)) * rows.scales.get(feature);
                    add(feature * sums.length, x, start, end);
                }
            }
            return sums;
        }

        private void add(int from, double x, int start, int end) {
            switch (measure) {
                case ABSOLUTE -> {
                    for (int i = start; i < end; i++) {
                        sums[i] += Math.abs(known[from + i] - x);
                    }
                }
                case SQUARED -> {
                    for (int i = start; i < end; i++) {
                        double distance = known[from + i] - x;
                        sums[i] += distance * distance;
                    }
                }
                case PRODUCT -> {
                    for (int i = start; i < end; i++) {
                        sums[i] += known[from + i] * x;
                    }
                }
            }
        }
    }
}
