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
/// @param speed       how quickly the model answers, and what that costs; empty where it was not asked for
public record RunResult(RunRecord run, Leaderboard leaderboard, Path model, List<Path> files, String speed) {

    public RunResult {
        files = List.copyOf(files);
    }
}
