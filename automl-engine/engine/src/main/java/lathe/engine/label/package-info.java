/// Labelling: which rows lack a target, which of them are worth typing first, and what may be typed.
///
/// Imports: `data`, `export`, `learn` (to draw rows), `provenance`, `progress`. Must not import `flow` or any adapter.
@NullMarked
package lathe.engine.label;

import org.jspecify.annotations.NullMarked;
