/// Text files: CSV and TSV, and JSON lines, also packed by gzip. ICU4J guesses the character set where the bytes do not
/// settle it; Jackson reads JSON.
@NullMarked
package lathe.engine.adapter.text;

import org.jspecify.annotations.NullMarked;
