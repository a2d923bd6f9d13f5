/// Learners that describe each class by a Gaussian cloud and ask which cloud a row lies in.
@NullMarked
package lathe.engine.learn.discriminant;

import org.jspecify.annotations.NullMarked;
