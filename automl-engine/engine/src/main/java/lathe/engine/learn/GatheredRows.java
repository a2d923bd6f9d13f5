package lathe.engine.learn;

import lathe.scoring.Matrix;
import lathe.scoring.form.Form;

/// Rows on their way to a [ManyRowsLearner].
public interface GatheredRows {

    /// Rows in the learner's own writing, not yet added.
    interface Piece {

        /// Adds them behind those that are there; rows there is no room for are left out.
        void add();
    }

    /// May be called on many threads at a time; what it returns is added on one.
    ///
    /// @param matrix with the features of the sample, in their order
    Piece piece(Matrix matrix);

    /// Learns from all rows added, until the deadline at most.
    ///
    /// @param target of these rows, in the order they were added
    Form fit(Target target, FitContext context);
}
