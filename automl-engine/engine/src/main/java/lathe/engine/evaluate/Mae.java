package lathe.engine.evaluate;

import lathe.engine.learn.Target;
import lathe.scoring.Predictions;
import lathe.scoring.Task;

/// Mean absolute error, in the target's unit.
public final class Mae extends RowMeanMetric {

    @Override
    public String id() {
        return "mae";
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
        return Math.abs(predictions.at(row, 0) - truth.value(row));
    }
}
