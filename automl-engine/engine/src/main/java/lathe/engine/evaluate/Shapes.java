package lathe.engine.evaluate;

import lathe.engine.learn.Target;
import lathe.scoring.Predictions;
import lathe.scoring.Task;

/// What must agree before predictions can be judged.
final class Shapes {

    private Shapes() {
    }

    /// @throws IllegalArgumentException naming the metric and what does not agree
    static void require(Metric metric, Target truth, Predictions predictions, int positive) {
        if (!metric.supports(truth.task())) {
            throw new IllegalArgumentException("%s must not be used for %s".formatted(metric.id(), truth.task()));
        }
        requireRows(truth, predictions);
        if (truth.task() == Task.BINARY && positive != 0 && positive != 1) {
            throw new IllegalArgumentException("positive class of a binary task must be 0 or 1, was " + positive);
        }
    }

    static void requireRows(Target truth, Predictions predictions) {
        if (truth.rows() == 0 || truth.rows() != predictions.rows()) {
            throw new IllegalArgumentException("truth and predictions need the same, positive row count, had %d and %d"
                    .formatted(truth.rows(), predictions.rows()));
        }
        if (truth.outputs() != predictions.width()) {
            throw new IllegalArgumentException("predictions must have %d numbers in a row, had %d"
                    .formatted(truth.outputs(), predictions.width()));
        }
    }
}
