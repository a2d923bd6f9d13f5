/// The screen Data: how the file was read, what was found in it, and what each column is for.
@NullMarked
package lathe.views.data;

import org.jspecify.annotations.NullMarked;
