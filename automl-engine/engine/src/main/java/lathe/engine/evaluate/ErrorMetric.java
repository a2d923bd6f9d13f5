package lathe.engine.evaluate;

import lathe.scoring.Task;

/// A mean distance from the truth, for numbers: 0 is perfect, and there is no end to it.
abstract class ErrorMetric extends RowMeanMetric {

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
}
