package lathe.engine.learn.discriminant;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Target;
import lathe.engine.learn.algebra.Dots;
import lathe.engine.learn.algebra.Standardised;

/// Weights, means and scatter of the classes on standardised features; where every row counts 1 a weight is a number of rows.
///
/// A class without rows has the mean and the scatter of all classes together and half a row, so that it is never ruled out.
final class ClassMoments {

    private final Standardised table;
    private final Target target;
    private final FitContext context;
    private final int[][] rows;
    private final double[] weights;
    private final double[][] means;

    /// @param target classes, row by row as in the table
    ClassMoments(Standardised table, Target target, FitContext context) {
        this.table = table;
        this.target = target;
        this.context = context;
        this.rows = IntStream.range(0, target.classCount())
                .mapToObj(c -> IntStream.range(0, target.rows()).filter(row -> target.classIndex(row) == c).toArray())
                .toArray(int[][]::new);
        this.weights = Arrays.stream(rows).mapToDouble(own -> Arrays.stream(own).mapToDouble(target::weight).sum()).toArray();
        this.means = new double[rows.length][table.width()];
        for (int c = 0; c < rows.length; c++) {
            for (int feature = 0; feature < table.width() && rows[c].length > 0; feature++) {
                double[] column = table.columns()[feature];
                double sum = 0;
                for (int row : rows[c]) {
                    sum += target.weight(row) * column[row];
                }
                means[c][feature] = sum / weights[c];
            }
        }
    }

    int classes() {
        return rows.length;
    }

    int width() {
        return table.width();
    }

    double total() {
        return target.totalWeight();
    }

    double count(int c) {
        return weights[c];
    }

    double logPrior(int c) {
        return Math.log(Math.max(0.5, weights[c]) / target.totalWeight());
    }

    /// On the standardised scale.
    double[] mean(int c) {
        return means[c];
    }

    Standardised table() {
        return table;
    }

    /// Sum over the class's rows of (x − mean)², for each feature.
    double[] squares(int c) {
        double[] sums = new double[width()];
        for (int feature = 0; feature < sums.length; feature++) {
            double[] centred = centred(c, feature);
            sums[feature] = Dots.of(centred, centred);
        }
        return sums;
    }

    /// Sum over the class's rows of (x − mean)(x − mean)ᵀ, the lower triangle. Cost: rows × p² / 2.
    ///
    /// @throws CancellationException if time is up first
    double[][] scatter(int c) {
        int p = width();
        double[][] centred = new double[p][];
        double[][] sums = new double[p][];
        for (int i = 0; i < p; i++) {
            if (context.mustStop()) {
                throw new CancellationException("time was up before the fit ended");
            }
            centred[i] = centred(c, i);
            sums[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                sums[i][j] = Dots.of(centred[i], centred[j]);
            }
        }
        return sums;
    }

    // Times the root of the weight, so that products of two are weighted.
    private double[] centred(int c, int feature) {
        double[] column = table.columns()[feature];
        double[] values = new double[rows[c].length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.sqrt(target.weight(rows[c][i])) * (column[rows[c][i]] - means[c][feature]);
        }
        return values;
    }
}
