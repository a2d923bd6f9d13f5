package lathe.engine.learn.algebra;

import java.util.function.BooleanSupplier;

/// Products of all pairs of columns.
public final class Gram {

    private Gram() { }

    /// Sums over rows of weight × column_i × column_j, the lower triangle. Cost: n × p² / 2.
    ///
    /// @param columns shape p × n
    /// @param weights shape n
    /// @param step    asked for every column; may throw to stop
    public static double[][] weighted(double[][] columns, double[] weights, BooleanSupplier step) {
        int p = columns.length;
        double[][] lower = new double[p][];
        double[] product = new double[weights.length];
        for (int i = 0; i < p && step.getAsBoolean(); i++) {
            double[] column = columns[i];
            for (int row = 0; row < product.length; row++) {
                product[row] = weights[row] * column[row];
            }
            lower[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                lower[i][j] = Dots.of(product, columns[j]);
            }
        }
        return lower;
    }
}
