package lathe.views.leaderboard;

import java.util.List;
import java.util.Optional;
import lathe.engine.flow.RunHistory.RunSummary;
import lathe.views.work.Loadable;

/// What the Leaderboard shows.
///
/// @param runs     of the project, the newest first
/// @param board    of the run that is looked at; empty if the project has no run
/// @param filter   which rows are wanted
/// @param selected name of the row whose details are shown; empty for none
public record LeaderboardState(List<RunSummary> runs, Loadable<RunBoard> board, RowFilter filter, String selected) {

    static final LeaderboardState START = new LeaderboardState(List.of(), Loadable.empty(), RowFilter.NONE, "");

    public LeaderboardState {
        runs = List.copyOf(runs);
    }

    LeaderboardState withBoard(Loadable<RunBoard> newBoard) {
        return new LeaderboardState(runs, newBoard, filter, selected);
    }

    LeaderboardState withFilter(RowFilter newFilter) {
        return new LeaderboardState(runs, board, newFilter, selected);
    }

    LeaderboardState withSelected(String name) {
        return new LeaderboardState(runs, board, filter, name);
    }

    /// After reading: the row that was looked at stays selected where it is still there, otherwise the first one is.
    LeaderboardState with(List<RunSummary> newRuns, RunBoard newBoard) {
        boolean known = newBoard.row(selected).isPresent();
        String first = newBoard.rows().isEmpty() ? "" : newBoard.rows().getFirst().name();
        return new LeaderboardState(newRuns, new Loadable.Ready<>(newBoard), filter, known ? selected : first);
    }

    /// Without any run.
    LeaderboardState withoutRuns() {
        return new LeaderboardState(List.of(), Loadable.empty(), filter, "");
    }

    Optional<BoardRow> selectedRow() {
        return board.optional().flatMap(ready -> ready.row(selected));
    }
}
