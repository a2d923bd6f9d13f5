package lathe.engine.ensemble;

import java.util.List;
import lathe.engine.evaluate.Metric;
import lathe.engine.learn.Target;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;

/// Chooses members and weights from out-of-fold predictions.
///
/// One method is one file: implement this interface and add the class to `builtin.EnsembleMethods`; `EnsembleMethodContractTest`
/// then tries it.
/// Implementations hold no state.
public interface EnsembleMethod {

    /// Stable lower-case id, written to run files.
    String id();

    /// Chooses; the result is never worse than the best candidate alone, on the rows given.
    ///
    /// @param candidates at least one, with different ids, all over the rows of `truth`
    /// @param positive   index of the positive class for binary tasks, otherwise −1
    /// @param deadline   stops the search early with the best found so far; equal input and seed give equal weights
    ///                   as long as it is not met
    /// @throws IllegalArgumentException if there is no candidate or the shapes do not agree
    Weights select(List<Candidate> candidates, Target truth, Metric metric, int positive, Seed seed, Deadline deadline);
}
