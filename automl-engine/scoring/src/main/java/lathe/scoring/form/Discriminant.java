package lathe.scoring.form;

import java.util.Arrays;
import lathe.scoring.Matrix;
import lathe.scoring.Predictions;
import lathe.scoring.step.Numbers;

/// Classes as Gaussian clouds: a row's score for class c is bias_c − ½ |W_c (x − mean_c)|², and softmax makes shares of the
/// scores.
///
/// W_c is diagonal (naive Bayes) or lower triangular, the inverse of the covariance's Cholesky factor.
/// Source: T. Hastie et al., "The Elements of Statistical Learning" (2009), 4.3.
///
/// @param means   class by class, shape k × p
/// @param factors class by class: the p numbers of a diagonal, or the p (p + 1) / 2 of a triangle, row by row
/// @param biases  log of the prior, less half the log of the covariance's determinant; shape k
public record Discriminant(Numbers means, Numbers factors, Numbers biases) implements Form {

    /// Largest squared distance told apart: beyond it all classes are equally far.
    public static final double FARTHEST = 1e300;

    private static final int BLOCK = 256;

    public Discriminant {
        int k = biases.size();
        if (k < 2 || means.size() % k != 0) {
            throw new IllegalArgumentException("a discriminant needs means for at least 2 classes, had %d and %d"
                    .formatted(means.size(), k));
        }
        long p = means.size() / k;
        if (factors.size() != k * p && factors.size() != k * (p * (p + 1) / 2)) {
            throw new IllegalArgumentException("factors of a discriminant of %d classes on %d features must fill diagonals or triangles, had %d"
                    .formatted(k, p, factors.size()));
        }
    }

    /// Number of features, p.
    public int width() {
        return means.size() / biases.size();
    }

    /// Whether each class has one factor for each feature and no more.
    public boolean isDiagonal() {
        return factors.size() == means.size();
    }

    @Override
    public int outputs() {
        return biases.size();
    }

    @Override
    public Predictions predict(Features features) {
        return new Predictions(outputs(), Link.SOFTMAX.apply(scores(features.matrix()), outputs()));
    }

    /// What softmax gets, row by row, shape n × k. Cost: n × k × p, or n × k × p² / 2 with triangles.
    public double[] scores(Matrix matrix) {
        int p = width();
        if (matrix.width() != p) {
            throw new IllegalArgumentException("a discriminant of %d features got %d".formatted(p, matrix.width()));
        }
        int k = outputs();
        double[] scores = new double[matrix.rows() * k];
        double[] factor = factors.toArray();
        double[][] centred = new double[p][BLOCK];
        for (int start = 0; start < matrix.rows(); start += BLOCK) {
            int count = Math.min(BLOCK, matrix.rows() - start);
            for (int c = 0; c < k; c++) {
                for (int feature = 0; feature < p; feature++) {
                    double mean = means.get(c * p + feature);
                    double[] column = matrix.column(feature);
                    for (int i = 0; i < count; i++) {
                        centred[feature][i] = column[start + i] - mean;
                    }
                }
                double[] squares = squares(factor, c * (factor.length / k), centred, count);
                for (int i = 0; i < count; i++) {
                    scores[(start + i) * k + c] = biases.get(c) - 0.5 * Math.min(squares[i], FARTHEST);
                }
            }
        }
        return scores;
    }

    private double[] squares(double[] factor, int from, double[][] centred, int count) {
        double[] squares = new double[count];
        double[] turned = new double[count];
        int at = from;
        for (int row = 0; row < centred.length; row++) {
            Arrays.fill(turned, 0);
            for (int column = isDiagonal() ? row : 0; column <= row; column++) {
                double weight = factor[at++];
                double[] values = centred[column];
                for (int i = 0; i < count; i++) {
                    turned[i] += weight * values[i];
                }
            }
            for (int i = 0; i < count; i++) {
                squares[i] += turned[i] * turned[i];
            }
        }
        return squares;
    }
}
