/// Judges predictions: folds, metrics, and scores with their uncertainty. Rows are matched by position.
@NullMarked
package lathe.engine.evaluate;

import org.jspecify.annotations.NullMarked;
