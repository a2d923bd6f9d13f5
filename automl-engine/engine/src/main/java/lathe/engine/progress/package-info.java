/// Time, cancelling and news of long work: one deadline is set once and passed down through everything.
@NullMarked
package lathe.engine.progress;

import org.jspecify.annotations.NullMarked;
