package lathe.views.desk;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import lathe.engine.data.ChosenFiles;
import lathe.scoring.ProblemException;

/// A look at the head of what somebody chose, taken once: when it is asked for, or begun before, as by the start of the process, which
/// reads the head of a file beside the making of the window that will show it.
public final class Look {

    private final List<Path> paths;
    private final FutureTask<DataFile> looking;

    private Look(List<Path> paths) {
        this.paths = List.copyOf(paths);
        looking = new FutureTask<>(() -> {
            ChosenFiles chosen = chosen();
            return DataFile.look(chosen, chosen.options());
        });
    }

    /// Is taken when it is asked for.
    ///
    /// @param paths at least one
    public static Look at(List<Path> paths) {
        return new Look(paths);
    }

    /// Is taken from now on, on a thread of its own. Not of projects, which are no table, nor of databases: to open one may take a
    /// password, which only the window can ask for.
    public static Look begun(Path path) {
        Look look = new Look(List.of(path));
        if (!Session.isReadable(path) && !DataFile.isDatabase(path)) {
            Thread thread = new Thread(look.looking, "look");
            thread.setDaemon(true);
            thread.start();
        }
        return look;
    }

    /// The first of what was chosen.
    Path path() {
        return paths.getFirst();
    }

    /// What was chosen.
    ///
    /// @throws ProblemException if it cannot be one table
    ChosenFiles chosen() {
        return ChosenFiles.of(paths);
    }

    /// Waits for it if it was begun.
    ///
    /// @throws ProblemException if it is no table
    DataFile data() throws InterruptedException {
        looking.run();   // does nothing where it was begun
        try {
            return looking.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof ProblemException known ? known : new IllegalStateException(failed);
        }
    }
}
