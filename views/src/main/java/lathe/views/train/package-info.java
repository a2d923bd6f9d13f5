/// The Train screen: what a run is to do, how it goes, and what came of it.
@NullMarked
package lathe.views.train;

import org.jspecify.annotations.NullMarked;
