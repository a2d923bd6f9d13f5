/// Learners that compare a row with the known ones: neighbours, support vectors, kernel ridge, Gaussian processes.
///
/// Their costs grow with the square of the rows or faster, so each refuses tables above its size.
@NullMarked
package lathe.engine.learn.kernel;

import org.jspecify.annotations.NullMarked;
