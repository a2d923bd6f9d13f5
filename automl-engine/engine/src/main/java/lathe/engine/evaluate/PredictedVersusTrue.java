package lathe.engine.evaluate;

import java.util.ArrayList;
import java.util.List;
import lathe.engine.learn.Target;
import lathe.scoring.Predictions;

/// Predicted and true numbers of a regression, to draw against each other or as residuals.
///
/// @param points in order of the prediction; up to 500, evenly chosen along that order with both ends
public record PredictedVersusTrue(List<Point> points) {

    private static final int MOST = 500;

    /// One row.
    public record Point(double predicted, double truth) {

        /// Truth minus prediction, in the target's unit.
        public double residual() {
            return truth - predicted;
        }
    }

    public PredictedVersusTrue {
        points = List.copyOf(points);
    }

    public static PredictedVersusTrue of(Target truth, Predictions predictions) {
        Shapes.requireRows(truth, predictions);
        int[] order = Sorting.order(predictions.values());
        int count = Math.min(MOST, order.length);
        List<Point> points = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int row = order[count == 1 ? 0 : (int) ((long) i * (order.length - 1) / (count - 1))];
            points.add(new Point(predictions.at(row, 0), truth.value(row)));
        }
        return new PredictedVersusTrue(points);
    }
}
