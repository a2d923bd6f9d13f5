package lathe.engine.learn.algebra;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/// The lower triangular L with L Lᵀ = A of a symmetric, positive definite A.
///
/// Right-looking, eight columns at a time, so that the matrix goes through memory once for eight columns. Cost n³ / 3.
/// Source: G. Golub, C. Van Loan, "Matrix Computations" (2013), 4.2.
public final class Cholesky {

    private static final int PANEL = 8;

    private final double[][] lower;

    private Cholesky(double[][] lower) {
        this.lower = lower;
    }

    /// @param symmetric rows of the lower triangle, row i of at least i + 1 numbers; overwritten
    /// @param step      asked for every panel; may throw to stop
    /// @throws ArithmeticException if the matrix is not positive definite
    public static Cholesky of(double[][] symmetric, BooleanSupplier step) {
        int n = symmetric.length;
        double[][] panel = new double[PANEL][n];
        for (int start = 0; start < n && step.getAsBoolean(); start += PANEL) {
            int end = Math.min(start + PANEL, n);
            for (int column = start; column < end; column++) {
                factorColumn(symmetric, start, column);
                for (int row = end; row < n; row++) {
                    panel[column - start][row] = symmetric[row][column];
                }
            }
            if (end < n) {
                update(symmetric, panel, start, end);
            }
        }
        return new Cholesky(symmetric);
    }

    /// Never stops early.
    public static Cholesky of(double[][] symmetric) {
        return of(symmetric, () -> true);
    }

    private static void factorColumn(double[][] a, int start, int column) {
        double[] pivotRow = a[column];
        for (int row = column; row < a.length; row++) {
            double sum = a[row][column];
            for (int before = start; before < column; before++) {
                sum -= a[row][before] * pivotRow[before];
            }
            a[row][column] = sum;
        }
        if (!(pivotRow[column] > 0)) {
            throw new ArithmeticException("the matrix must be positive definite, pivot %d was %s".formatted(column, pivotRow[column]));
        }
        double pivot = Math.sqrt(pivotRow[column]);
        pivotRow[column] = pivot;
        for (int row = column + 1; row < a.length; row++) {
            a[row][column] /= pivot;
        }
    }

    // Only whole panels come here: a shorter one is the last.
    private static void update(double[][] a, double[][] panel, int start, int end) {
        for (int row = end; row < a.length; row++) {
            double[] values = a[row];
            for (int from = 0; from < PANEL; from += 4) {
                double w0 = values[start + from];
                double w1 = values[start + from + 1];
                double w2 = values[start + from + 2];
                double w3 = values[start + from + 3];
                double[] p0 = panel[from];
                double[] p1 = panel[from + 1];
                double[] p2 = panel[from + 2];
                double[] p3 = panel[from + 3];
                for (int j = end; j <= row; j++) {
                    values[j] -= w0 * p0[j] + w1 * p1[j] + w2 * p2[j] + w3 * p3[j];
                }
            }
        }
    }

    public double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < lower.length; i++) {
            sum += Math.log(lower[i][i]);
        }
        return 2 * sum;
    }

    /// x of A x = b.
    public double[] solve(double[] b) {
        double[] x = b.clone();
        for (int i = 0; i < x.length; i++) {
            double sum = x[i];
            for (int j = 0; j < i; j++) {
                sum -= lower[i][j] * x[j];
            }
            x[i] = sum / lower[i][i];
        }
        for (int i = x.length - 1; i >= 0; i--) {
            x[i] /= lower[i][i];
            double value = x[i];
            double[] row = lower[i];
            for (int j = 0; j < i; j++) {
                x[j] -= value * row[j];
            }
        }
        return x;
    }

    /// Rows of the lower triangle of L⁻¹; cost n³ / 6.
    public double[][] inverseFactor() {
        int n = lower.length;
        double[][] inverse = new double[n][];
        for (int row = 0; row < n; row++) {
            double[] sums = new double[row + 1];
            for (int before = 0; before < row; before++) {
                double weight = lower[row][before];
                double[] values = inverse[before];
                for (int j = 0; j <= before; j++) {
                    sums[j] -= weight * values[j];
                }
            }
            double pivot = 1 / lower[row][row];
            sums[row] = 1;
            for (int j = 0; j <= row; j++) {
                sums[j] *= pivot;
            }
            inverse[row] = sums;
        }
        return inverse;
    }

    /// Diagonal of A⁻¹: the sums of squares of the columns of L⁻¹.
    public static double[] inverseDiagonal(double[][] inverseFactor) {
        double[] sums = new double[inverseFactor.length];
        Arrays.stream(inverseFactor).forEach(row -> {
            for (int j = 0; j < row.length; j++) {
                sums[j] += row[j] * row[j];
            }
        });
        return sums;
    }
}
