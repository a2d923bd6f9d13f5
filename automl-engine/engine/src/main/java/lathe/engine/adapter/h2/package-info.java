/// The index over runs in H2. The only place that knows H2 and the migration library.
///
/// The database address is built here only, values are bound, and a database file that this user's Lathe did not write is
/// never opened: a database can carry code that runs on opening.
@NullMarked
package lathe.engine.adapter.h2;

import org.jspecify.annotations.NullMarked;
