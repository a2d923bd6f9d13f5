/// Why a row got its answer: how much each input column moved it, for any pipeline, from the model package alone.
@NullMarked
package lathe.scoring.explain;

import org.jspecify.annotations.NullMarked;
