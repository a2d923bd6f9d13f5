/// The window around the screens: top bar, rail, steps, keyboard, and the start of the desktop.
@NullMarked
package lathe.views.frame;

import org.jspecify.annotations.NullMarked;
