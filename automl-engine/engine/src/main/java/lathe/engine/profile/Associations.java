package lathe.engine.profile;

import java.util.stream.IntStream;
import lathe.scoring.StringColumn;

/// How closely two columns go together, over the rows that have both.
final class Associations {

    static final int FEWEST_ROWS = 30;

    private Associations() {
    }

    /// Pearson's correlation; 0 if either does not vary or too few rows have both.
    static double pearson(double[] x, double[] y) {
        int n = 0;
        double meanX = 0;
        double meanY = 0;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int row = 0; row < x.length; row++) {
            if (Double.isNaN(x[row]) || Double.isNaN(y[row])) {
                continue;
            }
            n++;
            double dx = x[row] - meanX;
            double dy = y[row] - meanY;
            meanX += dx / n;
            meanY += dy / n;
            xx += dx * (x[row] - meanX);
            yy += dy * (y[row] - meanY);
            xy += dx * (y[row] - meanY);
        }
        double r = xy / Math.sqrt(xx) / Math.sqrt(yy);
        return n < FEWEST_ROWS || Double.isNaN(r) ? 0 : Math.clamp(r, -1, 1);
    }

    /// Pearson's correlation of the ranks.
    static double spearman(double[] x, double[] y) {
        int[] both = IntStream.range(0, x.length).filter(row -> !Double.isNaN(x[row]) && !Double.isNaN(y[row])).toArray();
        return pearson(Ranks.of(IntStream.of(both).mapToDouble(row -> x[row]).toArray()),
                Ranks.of(IntStream.of(both).mapToDouble(row -> y[row]).toArray()));
    }

    static boolean same(double[] x, double[] y) {
        return IntStream.range(0, x.length).allMatch(row -> x[row] == y[row] || Double.isNaN(x[row]) && Double.isNaN(y[row]));
    }

    /// Cramer's V with the correction of W. Bergsma, "A bias-correction for Cramer's V and Tschuprow's T", Journal of the
    /// Korean Statistical Society 42 (2013); 0 if either does not vary or too few rows have both.
    static double cramer(StringColumn x, StringColumn y) {
        double[][] cells = new double[x.levels().size()][y.levels().size()];
        double[] rows = new double[x.levels().size()];
        double[] columns = new double[y.levels().size()];
        int n = 0;
        for (int row = 0; row < x.rows(); row++) {
            if (!x.isMissing(row) && !y.isMissing(row)) {
                cells[x.code(row)][y.code(row)]++;
                rows[x.code(row)]++;
                columns[y.code(row)]++;
                n++;
            }
        }
        if (n < FEWEST_ROWS) {
            return 0;
        }
        double phi = -1;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                phi += cells[i][j] == 0 ? 0 : cells[i][j] * cells[i][j] / (rows[i] * columns[j]);
            }
        }
        double r = used(rows);
        double k = used(columns);
        double corrected = Math.max(0, phi - (r - 1) * (k - 1) / (n - 1.0));
        double side = Math.min(r - (r - 1) * (r - 1) / (n - 1.0), k - (k - 1) * (k - 1) / (n - 1.0)) - 1;
        return side <= 0 ? 0 : Math.min(1, Math.sqrt(corrected / side));
    }

    private static double used(double[] counts) {
        return IntStream.range(0, counts.length).filter(i -> counts[i] > 0).count();
    }

    /// Square root of the share of a number's variance that lies between the levels, corrected for their count.
    static double correlationRatio(StringColumn levels, double[] values) {
        double[] count = new double[levels.levels().size()];
        double[] mean = new double[count.length];
        double within = 0;
        int n = 0;
        double all = 0;
        double total = 0;
        for (int row = 0; row < values.length; row++) {
            if (levels.isMissing(row) || Double.isNaN(values[row])) {
                continue;
            }
            int code = levels.code(row);
            double value = values[row];
            count[code]++;
            double delta = value - mean[code];
            mean[code] += delta / count[code];
            within += delta * (value - mean[code]);
            n++;
            double apart = value - all;
            all += apart / n;
            total += apart * (value - all);
        }
        double groups = used(count);
        if (n < FEWEST_ROWS || n <= groups || !(total > 0)) {
            return 0;
        }
        return Math.sqrt(Math.max(0, 1 - within / total * (n - 1) / (n - groups)));
    }
}
