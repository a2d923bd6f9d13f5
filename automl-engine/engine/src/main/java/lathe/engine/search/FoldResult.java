package lathe.engine.search;

import java.nio.file.Path;
import lathe.scoring.Predictions;
import lathe.scoring.Problem;

/// What came of a [FoldJob].
public sealed interface FoldResult {

    FoldJob job();

    /// @param seconds        time the fit took
    /// @param predictSeconds time the model took for the validation rows, preparing excluded; `NaN` if unknown
    /// @param features       features it saw; 0 if unknown
    /// @param predictions    for the fold's validation rows
    /// @param member         file of the fitted recipe and form
    record Fitted(FoldJob job, double seconds, double predictSeconds, int features, Predictions predictions, Path member)
            implements FoldResult { }

    /// @param seconds time until it ended
    record Broken(FoldJob job, double seconds, Problem problem) implements FoldResult { }
}
