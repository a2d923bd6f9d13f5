package lathe.views.work;

import java.util.function.Consumer;
import lathe.engine.progress.CancelToken;

/// What is done beside the window's thread.
///
/// @param <T> what comes out
@FunctionalInterface
public interface Job<T> {

    /// May throw a `ProblemException` for what the user can mend, and `CancellationException` once cancelled.
    T run(CancelToken cancel, Consumer<Progress> progress) throws Exception;
}
