package lathe.engine.learn.kernel;

import java.util.Optional;
import lathe.engine.learn.DataShape;

/// The largest table a learner takes.
///
/// @param rows     training rows of one fold
/// @param features columns of the prepared matrix
/// @param classes  classes at most
record SmallTables(int rows, int features, int classes) {

    /// Bytes of two matrices that hold a number for each pair of rows.
    double pairsBytes(DataShape shape) {
        double compared = Math.min(rows, shape.rows());
        return 2 * Double.BYTES * compared * compared;
    }

    Optional<String> refusal(DataShape shape) {
        if (shape.rows() > rows) {
            return Optional.of("%d rows are more than the %d it takes; its cost grows with their square or faster."
                    .formatted(shape.rows(), rows));
        }
        if (shape.features() == 0) {
            return Optional.of("There is no feature to compare rows by.");
        }
        return shape.refusedAboveFeatures(features).or(() -> shape.refusedAboveClasses(classes));
    }
}
