/// Prepare: what is done to each column before models learn from it; automatic, chosen for one, or for many at once.
@NullMarked
package lathe.views.prepare;

import org.jspecify.annotations.NullMarked;
