package lathe.engine.learn;

import lathe.scoring.Task;

/// What a learner is told of the data before it is asked to fit.
///
/// @param task     kind of answer
/// @param classes  number of classes; 0 for regression
/// @param rows     training rows of one fold
/// @param features columns of the prepared matrix, as far as known
public record DataShape(Task task, int classes, int rows, int features) {
}
