package lathe.engine.learn.discriminant;

import lathe.engine.learn.algebra.Cholesky;
import lathe.engine.learn.algebra.Standardised;
import lathe.scoring.form.Discriminant;
import lathe.scoring.step.Numbers;

/// Collects a [Discriminant] class by class and turns it to the features' own units.
final class GaussianClasses {

    private final ClassMoments moments;
    private final double[] means;
    private final double[] factors;
    private final double[] biases;
    private int filled;

    /// @param factorSize numbers for each class: p or p (p + 1) / 2
    GaussianClasses(ClassMoments moments, int factorSize) {
        this.moments = moments;
        this.means = new double[moments.classes() * moments.width()];
        this.factors = new double[Math.multiplyExact(moments.classes(), factorSize)];
        this.biases = new double[moments.classes()];
    }

    /// Each feature for itself.
    void diagonal(int c, double[] variances) {
        start(c);
        for (int feature = 0; feature < variances.length; feature++) {
            factors[filled++] = moments.table().scale(feature) / Math.sqrt(variances[feature]);
            biases[c] -= 0.5 * Math.log(variances[feature]);
        }
    }

    /// @param covariance lower triangle; overwritten
    void full(int c, double[][] covariance) {
        start(c);
        Cholesky cholesky = Cholesky.of(covariance);
        for (double[] row : cholesky.inverseFactor()) {
            for (int j = 0; j < row.length; j++) {
                factors[filled++] = row[j] * moments.table().scale(j);
            }
        }
        biases[c] -= 0.5 * cholesky.logDeterminant();
    }

    private void start(int c) {
        Standardised table = moments.table();
        for (int feature = 0; feature < moments.width(); feature++) {
            means[c * moments.width() + feature] = table.raw(feature, moments.mean(c)[feature]);
        }
        biases[c] = moments.logPrior(c);
    }

    Discriminant form() {
        return new Discriminant(Numbers.of(means), Numbers.of(factors), Numbers.of(biases));
    }
}
