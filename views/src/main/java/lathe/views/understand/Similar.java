package lathe.views.understand;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import lathe.engine.learn.Target;
import lathe.scoring.Predictions;

/// What came true for the rows whose prediction is most like another one.
///
/// @param rows  rows looked at
/// @param share of them with the class, `NaN` for numbers
/// @param low   a tenth of their true numbers is lower, `NaN` for classes
/// @param high  a tenth is higher
record Similar(int rows, double share, double low, double high) {

    private static final int MOST = 100;
    private static final int FEWEST = 20;
    private static final int PART = 5;

    /// @return empty if there are too few rows to say anything
    static Optional<Similar> of(Target truth, Predictions predictions, int output, double answer) {
        int count = Math.min(MOST, truth.rows() / PART);
        if (count < FEWEST) {
            return Optional.empty();
        }
        int[] nearest = IntStream.range(0, truth.rows()).boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> Math.abs(predictions.at(row, output) - answer)))
                .limit(count).mapToInt(Integer::intValue).toArray();
        if (truth.task().isClassification()) {
            long came = IntStream.of(nearest).filter(row -> truth.classIndex(row) == output).count();
            return Optional.of(new Similar(count, (double) came / count, Double.NaN, Double.NaN));
        }
        double[] values = IntStream.of(nearest).mapToDouble(truth::value).sorted().toArray();
        int tenth = values.length / 10;
        return Optional.of(new Similar(count, Double.NaN, values[tenth], values[values.length - 1 - tenth]));
    }
}
