package lathe.engine.evaluate;

import lathe.engine.learn.Target;
import lathe.scoring.Predictions;
import lathe.scoring.Task;

/// Share of rows whose label is right; labels as in [Labels] at one half.
public final class Accuracy extends RowMeanMetric {

    @Override
    public String id() {
        return "accuracy";
    }

    @Override
    public Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    @Override
    public boolean supports(Task task) {
        return task.isClassification();
    }

    @Override
    public boolean judgesLabels() {
        return true;
    }

    @Override
    public double best() {
        return 1;
    }

    @Override
    public double worst() {
        return 0;
    }

    @Override
    double row(Target truth, Predictions predictions, int positive, int row) {
        int label = truth.task() == Task.BINARY
                ? Labels.of(predictions, positive, Labels.HALF, row)
                : predictions.best(row);
        return label == truth.classIndex(row) ? 1 : 0;
    }
}
