package lathe.engine.flow;

import java.util.function.Consumer;
import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;

/// How a run is steered from outside while it goes on.
///
/// @param deadline when the last file must be written
/// @param finish   ends the search early; the best so far is handed over
/// @param events   hears the news, on several threads
public record RunControl(Deadline deadline, CancelToken finish, Consumer<RunEvent> events) {

    void stage(String sentence) {
        events.accept(new RunEvent.Stage(sentence));
    }
}
