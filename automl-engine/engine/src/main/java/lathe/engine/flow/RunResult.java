package lathe.engine.flow;

import java.nio.file.Path;
import java.util.List;
import lathe.engine.track.Leaderboard;
import lathe.engine.track.RunRecord;

/// What a run leaves behind.
///
/// @param run         as written to the project
/// @param leaderboard all trials and the ensemble
/// @param model       the package
/// @param files       everything else written for people to open
public record RunResult(RunRecord run, Leaderboard leaderboard, Path model, List<Path> files) {

    public RunResult {
        files = List.copyOf(files);
    }
}
