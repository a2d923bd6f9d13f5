/// What a model has learnt, at the level of columns: which ones matter, and how the answer follows each.
///
/// Works for any pipeline, blends included, by predicting changed rows. A single row is explained by
/// [lathe.scoring.explain.RowExplainer], which needs no engine.
@NullMarked
package lathe.engine.explain;

import org.jspecify.annotations.NullMarked;
