package lathe.engine.search;

import lathe.engine.evaluate.FoldPlan;
import lathe.engine.learn.Target;
import lathe.scoring.Table;

/// What every fold job works on: the rows that may be trained on, never the holdout.
///
/// @param table    features by role
/// @param target   same rows
/// @param folds    same rows
/// @param balanced whether every class counts the same in fits
public record RunData(Table table, Target target, FoldPlan folds, boolean balanced) {

    /// Every row counts by its weight alone.
    public RunData(Table table, Target target, FoldPlan folds) {
        this(table, target, folds, false);
    }
}
