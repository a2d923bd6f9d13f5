package lathe.engine.prepare;

import java.util.Arrays;

/// How closely the order of a number goes with what a quick model leaves unexplained: the largest Spearman correlation, by
/// size, with one of the [Residuals].
final class Association {

    private final int[] rows;
    private final double[][] answers;   // ranks

    Association(Residuals residuals) {
        rows = residuals.rows();
        answers = new double[residuals.outputs()][];
        for (int k = 0; k < answers.length; k++) {
            answers[k] = ranks(residuals.of(k));
        }
    }

    int rows() {
        return rows.length;
    }

    /// The size that chance alone hardly ever reaches among some hundred candidates.
    double chance() {
        return Math.sqrt(2 * Math.log(400.0 * answers.length) / Math.max(1, rows.length));
    }

    /// The values of the sampled rows.
    double[] of(double[] column) {
        double[] values = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = column[rows[i]];
        }
        return values;
    }

    /// @param ranks see [#ranks]
    double strength(double[] ranks) {
        double strongest = 0;
        for (double[] answer : answers) {
            strongest = Math.max(strongest, Math.abs(product(ranks, answer)));
        }
        return strongest;
    }

    static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /// Ranks, ties shared, centred and scaled to length 1; zeros if all values are the same.
    static double[] ranks(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] ranks = new double[values.length];
        double middle = (values.length - 1) / 2.0;
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            int low = first(sorted, values[i]);
            int high = low;
            if (low + 1 < sorted.length && sorted[low + 1] == values[i]) {
                high = first(sorted, Math.nextUp(values[i])) - 1;
            }
            ranks[i] = (low + high) / 2.0 - middle;
            squares += ranks[i] * ranks[i];
        }
        double length = squares > 0 ? Math.sqrt(squares) : 1;
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] /= length;
        }
        return ranks;
    }

    // The first place whose value is not below.
    private static int first(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
