package lathe.engine.evaluate;

import lathe.engine.learn.Target;
import lathe.scoring.Predictions;

/// A metric that is a function of the mean of one number for each row.
abstract class RowMeanMetric implements Metric {

    /// The number of one row.
    abstract double row(Target truth, Predictions predictions, int positive, int row);

    /// The metric from the mean.
    double finish(double mean) {
        return mean;
    }

    @Override
    public final double compute(Target truth, Predictions predictions, int positive) {
        Shapes.require(this, truth, predictions, positive);
        double sum = 0;
        for (int row = 0; row < truth.rows(); row++) {
            sum += truth.weight(row) * row(truth, predictions, positive, row);
        }
        return finish(sum / truth.totalWeight());
    }

    @Override
    public final Counted counted(Target truth, Predictions predictions, int positive) {
        Shapes.require(this, truth, predictions, positive);
        double[] values = new double[truth.rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = row(truth, predictions, positive, row);
        }
        return counts -> {
            double sum = 0;
            double total = 0;
            for (int row = 0; row < values.length; row++) {
                double weight = counts[row] * truth.weight(row);
                sum += weight * values[row];
                total += weight;
            }
            return total == 0 ? Double.NaN : finish(sum / total);
        };
    }
}
