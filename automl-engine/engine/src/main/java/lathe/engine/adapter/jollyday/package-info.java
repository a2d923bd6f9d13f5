/// Jollyday, for the public holidays of countries. Nothing of it is needed once a step is fitted.
@NullMarked
package lathe.engine.adapter.jollyday;

import org.jspecify.annotations.NullMarked;
