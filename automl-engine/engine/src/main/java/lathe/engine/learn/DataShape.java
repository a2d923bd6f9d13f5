package lathe.engine.learn;

import java.util.Optional;
import lathe.scoring.Task;

/// What a learner is told of the data before it is asked to fit.
///
/// @param task     kind of answer
/// @param classes  number of classes; 0 for regression
/// @param rows     training rows of one fold
/// @param features columns of the prepared matrix, as far as known
public record DataShape(Task task, int classes, int rows, int features) {

    /// The refusal of a learner that predicts classes only.
    public Optional<String> refusedWithoutClasses() {
        return task.isClassification() ? Optional.empty() : Optional.of("It predicts classes, and the target is a number.");
    }

    /// The refusal of a learner that predicts numbers only.
    public Optional<String> refusedWithClasses() {
        return task.isClassification() ? Optional.of("It predicts numbers, and the target is a class.") : Optional.empty();
    }

    public Optional<String> refusedAboveFeatures(int most) {
        return features <= most ? Optional.empty() : Optional.of("%d features are more than the %d it takes.".formatted(features, most));
    }

    public Optional<String> refusedAboveClasses(int most) {
        return classes <= most ? Optional.empty() : Optional.of("%d classes are more than the %d it takes.".formatted(classes, most));
    }
}
