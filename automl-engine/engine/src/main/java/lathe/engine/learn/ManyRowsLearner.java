package lathe.engine.learn;

import lathe.scoring.Matrix;
import lathe.scoring.form.Form;

/// A learner that can learn from more rows than can be held as numbers: they come by piece by piece and are kept in few bytes each.
public interface ManyRowsLearner extends Learner {

    /// The settings for many rows, from those that did best on a sample.
    Hyperparameters forManyRows(Hyperparameters sample);

    /// Bytes a row takes while it is kept and learnt from.
    double bytesARow(Matrix sample);

    /// Seconds a row that a fit worth having takes.
    ///
    /// @param settings of the fit on the sample
    /// @param form     fitted with them to so many rows in so many seconds
    double secondsARow(Hyperparameters settings, Form form, double seconds, int rows);

    /// Room for rows.
    ///
    /// @param sample   prepared rows from which scales, bins and levels are taken
    /// @param settings as of [#forManyRows]
    /// @param room     rows at most
    GatheredRows gather(Matrix sample, Hyperparameters settings, int room);
}
