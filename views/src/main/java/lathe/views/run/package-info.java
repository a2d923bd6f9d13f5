/// A run as the desktop sees it, without any node: its state is a fold over the engine's events.
@NullMarked
package lathe.views.run;

import org.jspecify.annotations.NullMarked;
