/// Parquet, read and written through DuckDB. The only place that speaks SQL to it: `java.sql` does not leave this package.
@NullMarked
package lathe.engine.adapter.duckdb;

import org.jspecify.annotations.NullMarked;
