/// What every screen works with: the open project with undo and redo, preferences, places to go to, file pickers.
@NullMarked
package lathe.views.desk;

import org.jspecify.annotations.NullMarked;
