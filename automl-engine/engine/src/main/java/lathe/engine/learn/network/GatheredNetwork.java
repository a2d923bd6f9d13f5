package lathe.engine.learn.network;

import lathe.engine.learn.FitContext;
import lathe.engine.learn.GatheredRows;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Target;
import lathe.scoring.Matrix;
import lathe.scoring.form.Form;

/// Rows as a network reads them: four bytes a number.
record GatheredNetwork(NetworkLearner learner, Matrix sample, InputData rows, Hyperparameters settings) implements GatheredRows {

    @Override
    public Piece piece(Matrix matrix) {
        InputData.Scaled scaled = rows.scaled(matrix);
        return () -> rows.add(scaled);
    }

    @Override
    public Form fit(Target target, FitContext context) {
        return learner.fitGathered(rows, sample, target, settings, context);
    }
}
