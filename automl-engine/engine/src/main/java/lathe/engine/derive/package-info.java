/// The language of derived columns and conditions: from a text to an expression that fits a table, or one sentence why not.
@NullMarked
package lathe.engine.derive;

import org.jspecify.annotations.NullMarked;
