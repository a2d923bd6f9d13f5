/// Joins models that are already judged: which ones, with which weights, cut at which threshold.
///
/// Everything is chosen on out-of-fold predictions, so no row helps to choose that its model has learnt from.
@NullMarked
package lathe.engine.ensemble;

import org.jspecify.annotations.NullMarked;
