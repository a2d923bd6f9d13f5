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
/// @param smote    share of the commonest class to which rows of the others are made up in trials that ask for it; 0 for none
public record RunData(Table table, Target target, FoldPlan folds, boolean balanced, double smote) {

    /// Every row counts by its weight alone.
    public RunData(Table table, Target target, FoldPlan folds) {
        this(table, target, folds, false, 0);
    }
}
