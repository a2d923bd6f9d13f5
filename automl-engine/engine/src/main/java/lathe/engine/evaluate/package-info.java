/// Judges predictions: folds and holdouts, metrics, curves, and scores with their uncertainty.
///
/// Everything here is immutable and free of side effects; equal input and seed give equal output. Rows of a prediction
/// and of the truth are matched by position, never by value.
@NullMarked
package lathe.engine.evaluate;

import org.jspecify.annotations.NullMarked;
