/// The screen Home: recent projects, new ones from a file, samples, and what Lathe does not do.
@NullMarked
package lathe.views.home;

import org.jspecify.annotations.NullMarked;
