package lathe.engine.learn.tree;

import java.util.List;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.GatheredRows;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Target;
import lathe.scoring.Matrix;
import lathe.scoring.form.Form;

/// Rows in bins, for boosted trees.
///
/// @param names of the features
record GatheredTrees(BoostingLearner learner, BinnedRows rows, List<String> names, Hyperparameters settings) implements GatheredRows {

    @Override
    public Piece piece(Matrix matrix) {
        BinnedRows.Codes codes = rows.codes(matrix);
        return () -> rows.add(codes);
    }

    @Override
    public Form fit(Target target, FitContext context) {
        return learner.fitGathered(rows, names, target, settings, context);
    }
}
