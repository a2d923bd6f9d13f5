package lathe.engine.flow;

import lathe.scoring.Table;
import lathe.scoring.form.Trees;
import lathe.scoring.step.FittedRecipe;

/// How long trees take to answer, in microseconds of processor time a row.
///
/// @param fixed  preparing and the first tree
/// @param ofTree each one more
record TreesSpeed(double fixed, double ofTree) {

    /// Measured twice: in the first half of a second trees take half as long again, and other programs disturb.
    ///
    /// @param rows some to answer
    static TreesSpeed of(FittedRecipe recipe, Trees trees, Table rows) {
        double all = Math.min(ScoringSpeed.rowMicros(recipe, trees, rows, true), ScoringSpeed.rowMicros(recipe, trees, rows, true));
        double fixed = Math.min(all, ScoringSpeed.rowMicros(recipe, trees.first(1), rows, false));
        return new TreesSpeed(fixed, (all - fixed) / Math.max(1, trees.trees() - 1));
    }

    double ofTrees(int trees) {
        return fixed + (trees - 1) * ofTree;
    }

    /// As many trees as answer in such a time; there may be more than there are.
    double within(double micros) {
        return micros <= fixed ? 0 : 1 + (micros - fixed) / Math.max(1e-9, ofTree);
    }
}
