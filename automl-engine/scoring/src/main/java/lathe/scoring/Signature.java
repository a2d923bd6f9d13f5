package lathe.scoring;

import java.util.List;

/// What a model takes and gives.
///
/// @param inputs   raw columns needed, by name and type
/// @param task     kind of answer
/// @param target   name of the column predicted
/// @param classes  texts of the classes in order of the probabilities; empty for regression
/// @param positive index of the positive class for a binary task, otherwise −1
/// @param threshold probability of the positive class from which a binary answer is positive; 0.5 unless chosen
public record Signature(Schema inputs, Task task, String target, List<String> classes, int positive, double threshold) {

    public Signature {
        classes = List.copyOf(classes);
        boolean sound = switch (task) {
            case BINARY -> classes.size() == 2 && (positive == 0 || positive == 1);
            case MULTICLASS -> classes.size() >= 2 && positive == -1;
            case REGRESSION -> classes.isEmpty() && positive == -1;
        };
        if (!sound) {
            throw new IllegalArgumentException("classes and positive class must fit the task %s, had %d and %d"
                    .formatted(task, classes.size(), positive));
        }
    }

    /// Numbers in a row of predictions.
    public int outputs() {
        return task.isClassification() ? classes.size() : 1;
    }

    /// The class a row of probabilities stands for.
    public int decide(Predictions predictions, int row) {
        if (task != Task.BINARY) {
            return predictions.best(row);
        }
        return predictions.at(row, positive) >= threshold ? positive : 1 - positive;
    }
}
