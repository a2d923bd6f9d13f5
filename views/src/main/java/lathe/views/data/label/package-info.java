/// Labelling on the screen Data: one row without a target after the other, those worth it first, answered by a key.
@NullMarked
package lathe.views.data.label;

import org.jspecify.annotations.NullMarked;
