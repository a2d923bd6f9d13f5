package lathe.engine.adapter.smile;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
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
        int[] rows = draw(target, (double) limit / target.rows(), seed.child("rows", 0));
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

    /// Draws a share of the rows, class by class; at least one row of each class that has any. Ascending.
    static int[] draw(Target target, double share, Seed seed) {
        int groups = Math.max(1, target.classCount());
        RandomGenerator random = seed.random();
        return IntStream.range(0, groups)
                .mapToObj(group -> IntStream.range(0, target.rows())
                        .filter(row -> groups == 1 || target.classIndex(row) == group).toArray())
                .flatMapToInt(rows -> Arrays.stream(shuffled(rows, random)).limit((long) Math.ceil(share * rows.length)))
                .sorted().toArray();
    }

    static int[] shuffled(int[] rows, RandomGenerator random) {
        for (int i = rows.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = rows[i];
            rows[i] = rows[other];
            rows[other] = kept;
        }
        return rows;
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
