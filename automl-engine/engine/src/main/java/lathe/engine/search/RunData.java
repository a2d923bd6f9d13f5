package lathe.engine.search;

import lathe.engine.evaluate.FoldPlan;
import lathe.engine.learn.Target;
import lathe.scoring.Table;

/// What every fold job works on: the rows that may be trained on, never the holdout.
///
/// @param table  features by role
/// @param target same rows
/// @param folds  same rows
public record RunData(Table table, Target target, FoldPlan folds) { }
