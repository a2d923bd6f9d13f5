package lathe.engine.learn;

import lathe.scoring.Matrix;

/// What a recipe promises to most learners.
public final class FiniteFeatures {

    private FiniteFeatures() { }

    /// @throws IllegalArgumentException naming the first cell that is not finite
    public static Matrix require(Matrix features, Target target) {
        return require(features, target, false);
    }

    /// As [#require], with NaN for what is missing.
    ///
    /// @throws IllegalArgumentException naming the first cell that is infinite
    public static Matrix requireOrMissing(Matrix features, Target target) {
        return require(features, target, true);
    }

    private static Matrix require(Matrix features, Target target, boolean orMissing) {
        if (features.rows() != target.rows() || target.rows() == 0) {
            throw new IllegalArgumentException("features and target need the same, positive row count, had %d and %d"
                    .formatted(features.rows(), target.rows()));
        }
        for (int feature = 0; feature < features.width(); feature++) {
            double[] column = features.column(feature);
            for (int row = 0; row < features.rows(); row++) {
                if (!Double.isFinite(column[row]) && !(orMissing && Double.isNaN(column[row]))) {
                    throw new IllegalArgumentException("feature '%s' must be finite for this learner, row %d was %s"
                            .formatted(features.names().get(feature), row, column[row]));
                }
            }
        }
        return features;
    }
}
