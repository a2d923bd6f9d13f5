/// Explicit lists of everything that ships: one line to add.
@NullMarked
package lathe.engine.builtin;

import org.jspecify.annotations.NullMarked;
