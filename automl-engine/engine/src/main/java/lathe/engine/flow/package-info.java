/// The way through everything: from a file to a verified model package, as one call.
@NullMarked
package lathe.engine.flow;

import org.jspecify.annotations.NullMarked;
