package lathe.engine.prepare;

import java.util.Arrays;
import java.util.Random;

/// The strongest right singular vectors of sparse rows, by a randomised method.
///
/// Source: N. Halko, P. G. Martinsson, J. A. Tropp, "Finding structure with randomness", SIAM Review 53 (2011), algorithms
/// 4.4 and 5.1 with two power iterations; the small problem by Jacobi's rotations. Each vector's largest entry is positive.
final class TruncatedSvd {

    private static final int MORE = 8;
    private static final int POWERS = 2;
    private static final long SEED = 2011;
    private static final double NOTHING = 1e-9;
    private static final int MOST_SWEEPS = 60;

    private TruncatedSvd() { }

    /// @return unit vectors of the rows' width, the strongest first; fewer than asked for if the rows do not reach so far
    static double[][] directions(SparseTexts rows, int most) {
        int k = Math.min(most + MORE, Math.min(rows.rows(), rows.width));
        if (k == 0) {
            return new double[0][];
        }
        Random random = new Random(SEED);
        double[][] sketch = new double[rows.width][k];
        for (double[] row : sketch) {
            Arrays.setAll(row, j -> random.nextGaussian());
        }
        double[][] basis = orthogonal(rows.times(sketch, k), k);
        for (int power = 0; power < POWERS; power++) {
            basis = orthogonal(rows.times(orthogonal(rows.transposedTimes(basis, k), k), k), k);
        }
        double[][] small = rows.transposedTimes(basis, k);   // transposed: width × k
        double[][] gram = new double[k][k];
        for (double[] row : small) {
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    gram[i][j] += row[i] * row[j];
                }
            }
        }
        double[][] vectors = eigenvectors(gram);
        return strongest(small, gram, vectors, Math.min(most, k));
    }

    private static double[][] strongest(double[][] small, double[][] gram, double[][] vectors, int most) {
        Integer[] order = new Integer[gram.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(gram[b][b], gram[a][a]));
        double floor = NOTHING * gram[order[0]][order[0]];
        int kept = 0;
        while (kept < most && gram[order[kept]][order[kept]] > floor) {
            kept++;
        }
        double[][] directions = new double[kept][small.length];
        for (int i = 0; i < kept; i++) {
            int at = order[i];
            double length = Math.sqrt(gram[at][at]);
            double largest = 0;
            for (int term = 0; term < small.length; term++) {
                double sum = 0;
                for (int j = 0; j < vectors.length; j++) {
                    sum += small[term][j] * vectors[j][at];
                }
                directions[i][term] = sum / length;
                largest = Math.abs(directions[i][term]) > Math.abs(largest) ? directions[i][term] : largest;
            }
            for (int term = 0; term < small.length && largest < 0; term++) {
                directions[i][term] = -directions[i][term];
            }
        }
        return directions;
    }

    // Gram and Schmidt's method, twice over; a column with nothing left becomes zeros.
    private static double[][] orthogonal(double[][] columns, int k) {
        for (int j = 0; j < k; j++) {
            double before = length(columns, j);
            for (int again = 0; again < 2; again++) {
                for (int other = 0; other < j; other++) {
                    double along = 0;
                    for (double[] row : columns) {
                        along += row[j] * row[other];
                    }
                    for (double[] row : columns) {
                        row[j] -= along * row[other];
                    }
                }
            }
            double length = length(columns, j);
            for (double[] row : columns) {
                row[j] = length > NOTHING * before && length > 0 ? row[j] / length : 0;
            }
        }
        return columns;
    }

    private static double length(double[][] columns, int j) {
        double squares = 0;
        for (double[] row : columns) {
            squares += row[j] * row[j];
        }
        return Math.sqrt(squares);
    }

    // Jacobi's method: afterwards the matrix holds its eigenvalues on the diagonal, the result has the vectors as columns.
    private static double[][] eigenvectors(double[][] matrix) {
        int n = matrix.length;
        double[][] vectors = new double[n][n];
        for (int i = 0; i < n; i++) {
            vectors[i][i] = 1;
        }
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            double apart = 0;
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    apart = Math.max(apart, Math.abs(matrix[p][q]) / Math.max(Double.MIN_NORMAL, Math.sqrt(Math.abs(matrix[p][p] * matrix[q][q]))));
                    rotate(matrix, vectors, p, q);
                }
            }
            if (apart < 1e-14) {
                break;
            }
        }
        return vectors;
    }

    private static void rotate(double[][] a, double[][] vectors, int p, int q) {
        if (Math.abs(a[p][q]) < Double.MIN_NORMAL) {
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double cosine = 1 / Math.sqrt(t * t + 1);
        double sine = t * cosine;
        for (int i = 0; i < a.length; i++) {
            double ip = a[i][p];
            a[i][p] = cosine * ip - sine * a[i][q];
            a[i][q] = sine * ip + cosine * a[i][q];
        }
        for (int i = 0; i < a.length; i++) {
            double pi = a[p][i];
            a[p][i] = cosine * pi - sine * a[q][i];
            a[q][i] = sine * pi + cosine * a[q][i];
            double ip = vectors[i][p];
            vectors[i][p] = cosine * ip - sine * vectors[i][q];
            vectors[i][q] = sine * ip + cosine * vectors[i][q];
        }
    }
}
