/// Words and numbers of the window: resource bundles per room, and numbers and dates in the user's locale.
@NullMarked
package lathe.views.text;

import org.jspecify.annotations.NullMarked;
