package lathe.scoring.form;

import lathe.scoring.Predictions;
import lathe.scoring.step.Numbers;

/// Weighted sums of how similar a row is to known ones, plus a bias, through a link: support vectors, kernel ridge,
/// Gaussian processes.
///
/// Source: B. Schölkopf, A. Smola, "Learning with Kernels" (2002).
///
/// @param rows         the known rows, m of them
/// @param similarity   of two rows
/// @param coefficients output by output, shape k × m
/// @param biases       shape k
/// @param link         turns the k sums into the answer
public record Kernel(KnownRows rows, Similarity similarity, Numbers coefficients, Numbers biases, Link link) implements Form {

    private static final int MOST_DEGREES = 10;

    /// How similar two rows are.
    ///
    /// @param kind   the formula
    /// @param gamma  what the distance or the product is multiplied with; above 0
    /// @param offset added to the product of a polynomial
    /// @param degree of a polynomial; 1 for the others
    public record Similarity(Kind kind, double gamma, double offset, int degree) {

        /// Formulas of similarity.
        public enum Kind {
            /// e^(−gamma × sum of squared differences).
            RADIAL,
            /// e^(−gamma × sum of absolute differences).
            LAPLACIAN,
            /// (gamma × product + offset)^degree.
            POLYNOMIAL
        }

        public Similarity {
            if (!(gamma > 0) || !Double.isFinite(gamma) || !Double.isFinite(offset) || degree < 1 || degree > MOST_DEGREES) {
                throw new IllegalArgumentException("a similarity needs gamma above 0 and a degree of 1 to %d, had %s and %d"
                        .formatted(MOST_DEGREES, gamma, degree));
            }
        }

        /// What is summed over the features.
        public KnownRows.Measure measure() {
            return switch (kind) {
                case RADIAL -> KnownRows.Measure.SQUARED;
                case LAPLACIAN -> KnownRows.Measure.ABSOLUTE;
                case POLYNOMIAL -> KnownRows.Measure.PRODUCT;
            };
        }

        /// @param sum of what [#measure] says
        public double of(double sum) {
            if (kind != Kind.POLYNOMIAL) {
                return Math.exp(-gamma * sum);
            }
            double base = gamma * sum + offset;
            double power = base;
            for (int i = 1; i < degree; i++) {
                power *= base;
            }
            return power;
        }
    }

    public Kernel {
        if (biases.size() == 0 || coefficients.size() != (long) biases.size() * rows.count()) {
            throw new IllegalArgumentException("a kernel needs a coefficient for each of %d rows and %d outputs, had %d"
                    .formatted(rows.count(), biases.size(), coefficients.size()));
        }
    }

    @Override
    public int outputs() {
        return link.outputs(biases.size());
    }

    /// Cost: rows × m × (p + k). Memory beyond the answer: m numbers.
    @Override
    public Predictions predict(Features features) {
        int k = biases.size();
        int n = features.matrix().rows();
        double[] raw = new double[n * k];
        double[] weights = coefficients.toArray();
        KnownRows.Comparison comparison = rows.comparison(features.matrix(), similarity.measure());
        for (int row = 0; row < n; row++) {
            double[] sums = comparison.to(row);
            for (int i = 0; i < sums.length; i++) {
                sums[i] = similarity.of(sums[i]);
            }
            for (int output = 0; output < k; output++) {
                double sum = biases.get(output);
                int from = output * sums.length;
                for (int i = 0; i < sums.length; i++) {
                    sum += weights[from + i] * sums[i];
                }
                raw[row * k + output] = sum;
            }
        }
        return new Predictions(outputs(), link.apply(raw, k));
    }
}
