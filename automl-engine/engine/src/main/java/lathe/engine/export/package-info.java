/// Writes a pipeline to files that other programs can run. One way out is one [Exporter].
///
/// Imports: `lathe.scoring`. The writers themselves live in adapters.
@NullMarked
package lathe.engine.export;

import org.jspecify.annotations.NullMarked;
