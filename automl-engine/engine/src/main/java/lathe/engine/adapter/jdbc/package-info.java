/// Databases through JDBC: a table or a query of PostgreSQL, H2 or DuckDB, read forward over a connection that cannot write.
///
/// What is to be read stands in a small description (`orders.jdbc.yaml`) or is a database file itself. Passwords stand in
/// neither: they come from an environment variable or are asked for.
@NullMarked
package lathe.engine.adapter.jdbc;

import org.jspecify.annotations.NullMarked;
