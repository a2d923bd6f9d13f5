package lathe.engine.evaluate;

import lathe.engine.learn.Target;
import lathe.scoring.Predictions;
import lathe.scoring.Task;

/// Root of the mean squared error, in the target's unit.
public final class Rmse extends RowMeanMetric {

    @Override
    public String id() {
        return "rmse";
    }

    @Override
    public Direction direction() {
        return Direction.LOWER_IS_BETTER;
    }

    @Override
    public boolean supports(Task task) {
        return task == Task.REGRESSION;
    }

    @Override
    public double best() {
        return 0;
    }

    @Override
    public double worst() {
        return Double.MAX_VALUE;
    }

    @Override
    double row(Target truth, Predictions predictions, int positive, int row) {
        double error = predictions.at(row, 0) - truth.value(row);
        return error * error;
    }

    @Override
    double finish(double mean) {
        return Math.sqrt(mean);
    }
}
