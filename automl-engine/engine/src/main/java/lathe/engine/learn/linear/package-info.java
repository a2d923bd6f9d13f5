/// Learners of weighted sums with a fit of their own.
@NullMarked
package lathe.engine.learn.linear;

import org.jspecify.annotations.NullMarked;
