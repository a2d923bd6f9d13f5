package lathe.engine.builtin;

import java.nio.file.Path;
import lathe.engine.adapter.h2.H2RunIndex;
import lathe.engine.track.RunIndex;
import lathe.engine.track.RunStore;

/// The index of runs that ships, so that who asks it need not know which database it is.
public final class RunIndexes {

    private RunIndexes() {
    }

    /// Opens the index of a project, sealed by this user's key; makes it anew from the runs where it cannot be trusted.
    ///
    /// @param file the index, `lathe.mv.db` in the project's folder
    /// @param runs the files it is a copy of
    public static RunIndex open(Path file, RunStore runs) {
        return H2RunIndex.open(file, runs);
    }
}
