package lathe.engine.search;

import java.nio.file.Path;
import lathe.scoring.Predictions;
import lathe.scoring.Problem;

/// What came of a [FoldJob].
public sealed interface FoldResult {

    FoldJob job();

    /// @param seconds     time the fit took
    /// @param predictions for the fold's validation rows
    /// @param member      file of the fitted recipe and form
    record Fitted(FoldJob job, double seconds, Predictions predictions, Path member) implements FoldResult { }

    /// @param seconds time until it ended
    record Broken(FoldJob job, double seconds, Problem problem) implements FoldResult { }
}
