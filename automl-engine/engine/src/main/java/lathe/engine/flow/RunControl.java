package lathe.engine.flow;

import java.util.function.Consumer;
import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;

/// How a run is steered from outside while it goes on.
///
/// @param deadline when the last file must be written
/// @param finish   ends the search early; the best so far is handed over
/// @param cancel   ends everything soon; finished trials stay on record, the model is that of the run before
/// @param events   hears the news, on several threads
public record RunControl(Deadline deadline, CancelToken finish, CancelToken cancel, Consumer<RunEvent> events) {

    /// A run that can be finished early but not called off.
    public RunControl(Deadline deadline, CancelToken finish, Consumer<RunEvent> events) {
        this(deadline, finish, new CancelToken(), events);
    }
}
