/// The front doors. The command line lives here; the only place that wires things together.
@NullMarked
package lathe.app;

import org.jspecify.annotations.NullMarked;
