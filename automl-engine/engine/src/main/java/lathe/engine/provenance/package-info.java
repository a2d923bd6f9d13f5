/// Where results come from: seeds, environment, versions.
@NullMarked
package lathe.engine.provenance;

import org.jspecify.annotations.NullMarked;
