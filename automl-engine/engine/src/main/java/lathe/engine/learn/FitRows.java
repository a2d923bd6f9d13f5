package lathe.engine.learn;

import lathe.engine.provenance.Seed;
import lathe.scoring.Matrix;

/// The rows a fit uses: checked, and thinned by lot when there are more than a learner can take.
///
/// Thinning keeps each class's share; within a class every row is equally likely. Equal seed, equal rows.
public record FitRows(Matrix features, Target target) {

    /// @throws IllegalArgumentException if a feature is missing or infinite
    public static FitRows atMost(int limit, Matrix features, Target target, Seed seed) {
        FiniteFeatures.require(features, target);   // no library tells of NaN; it spoils the sums
        if (target.rows() <= limit) {
            return new FitRows(features, target);
        }
        int[] rows = RowDraw.share(target, (double) limit / target.rows(), seed.child("rows", 0));
        return new FitRows(features, target).select(rows);
    }

    public FitRows select(int[] rows) {
        return new FitRows(features.select(rows), target.select(rows));
    }

    public double[][] columns() {
        double[][] columns = new double[features.width()][];
        for (int feature = 0; feature < columns.length; feature++) {
            columns[feature] = features.column(feature);
        }
        return columns;
    }
}
