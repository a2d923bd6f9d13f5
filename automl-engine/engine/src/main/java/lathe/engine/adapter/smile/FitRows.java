package lathe.engine.adapter.smile;

import lathe.engine.learn.RowDraw;
import lathe.engine.learn.Target;
import lathe.engine.provenance.Seed;
import lathe.scoring.Matrix;

/// The rows a fit uses: checked, and thinned by lot when there are more than a learner can take.
///
/// Thinning keeps each class's share; within a class every row is equally likely. Equal seed, equal rows.
record FitRows(Matrix features, Target target) {

    /// @throws IllegalArgumentException if a feature is missing or infinite: Smile would take NaN for the largest number
    static FitRows atMost(int limit, Matrix features, Target target, Seed seed) {
        if (features.rows() != target.rows() || target.rows() == 0) {
            throw new IllegalArgumentException("features and target need the same, positive row count, had %d and %d"
                    .formatted(features.rows(), target.rows()));
        }
        refuseMissing(features);
        if (target.rows() <= limit) {
            return new FitRows(features, target);
        }
        int[] rows = RowDraw.share(target, (double) limit / target.rows(), seed.child("rows", 0));
        return new FitRows(select(features, rows), target.select(rows));
    }

    private static void refuseMissing(Matrix features) {
        for (int feature = 0; feature < features.width(); feature++) {
            double[] column = features.column(feature);
            for (int row = 0; row < features.rows(); row++) {
                if (!Double.isFinite(column[row])) {
                    throw new IllegalArgumentException("feature '%s' must be finite for this learner, row %d was %s"
                            .formatted(features.names().get(feature), row, column[row]));
                }
            }
        }
    }

    private static Matrix select(Matrix features, int[] rows) {
        double[][] columns = new double[features.width()][rows.length];
        for (int feature = 0; feature < columns.length; feature++) {
            double[] from = features.column(feature);
            for (int i = 0; i < rows.length; i++) {
                columns[feature][i] = from[rows[i]];
            }
        }
        return new Matrix(features.names(), columns, rows.length);
    }

    double[][] columns() {
        double[][] columns = new double[features.width()][];
        for (int feature = 0; feature < columns.length; feature++) {
            columns[feature] = features.column(feature);
        }
        return columns;
    }
}
