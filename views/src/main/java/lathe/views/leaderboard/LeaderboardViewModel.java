package lathe.views.leaderboard;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lathe.engine.flow.RunHistory;
import lathe.engine.flow.RunHistory.RunSummary;
import lathe.engine.progress.CancelToken;
import lathe.engine.track.RunStore;
import lathe.scoring.Problem;
import lathe.views.work.Loadable;
import lathe.views.work.Progress;
import lathe.views.work.Work;

/// Keeps the leaderboard of one run of the project up to date with its files; so a run under way is seen to grow,
/// whichever process works on it.
public final class LeaderboardViewModel {

    /// What was found in the files.
    ///
    /// @param stamp of the files it was read from
    private record Reading(List<RunSummary> runs, Optional<RunBoard> board, String stamp) { }

    private final RunStore store;
    private final Work work;
    private final ReadOnlyObjectWrapper<LeaderboardState> state = new ReadOnlyObjectWrapper<>(LeaderboardState.START);
    private CancelToken reading = new CancelToken();
    private boolean busy;
    private String chosen = "";   // empty: always the newest run
    private String stamp = "";

    public LeaderboardViewModel(RunStore store, Work work) {
        this.store = store;
        this.work = work;
    }

    public LeaderboardState state() {
        return state.get();
    }

    public ReadOnlyObjectProperty<LeaderboardState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Reads anew if the files have changed; cheap enough to be called every second.
    public void refresh() {
        if (!busy && !(state().board() instanceof Loadable.Failed)) {
            read(stamp);
        }
    }

    /// Reads anew whatever is known.
    public void readAgain() {
        read("");
    }

    /// Shows a run; the newest one is followed also when a newer one begins.
    public void choose(String run) {
        boolean newest = !state().runs().isEmpty() && state().runs().getFirst().run().spec().id().equals(run);
        String wanted = newest ? "" : run;
        boolean shown = state().board().optional().filter(board -> board.run().spec().id().equals(run)).isPresent();
        chosen = wanted;
        if (!shown) {
            read("");
        }
    }

    public void filter(UnaryOperator<RowFilter> change) {
        update(now -> now.withFilter(change.apply(now.filter())));
    }

    public void select(String row) {
        update(now -> now.withSelected(row));
    }

    private void read(String known) {
        reading.cancel();
        busy = true;
        if (known.isEmpty() && state().board().optional().isEmpty()) {
            update(now -> now.withBoard(new Loadable.Busy<>(Progress.UNKNOWN)));
        }
        String wanted = chosen;
        reading = work.run((cancel, progress) -> read(wanted, known), this::arrived, this::failed);
    }

    // Empty if nothing has changed.
    private Optional<Reading> read(String wanted, String known) {
        List<String> ids = store.ids();
        String id = ids.contains(wanted) ? wanted : ids.isEmpty() ? "" : ids.getLast();
        String now = ids + (id.isEmpty() ? "" : store.stamp(id)) + id;
        if (now.equals(known)) {
            return Optional.empty();
        }
        List<RunSummary> runs = RunHistory.of(store);
        boolean there = ids.contains(wanted) || runs.isEmpty();
        String newest = there ? id : runs.getFirst().run().spec().id();
        return Optional.of(new Reading(runs, newest.isEmpty() ? Optional.empty() : Optional.of(RunBoard.read(store, newest)), now));
    }

    private void arrived(Optional<Reading> found) {
        busy = false;
        found.ifPresent(read -> {
            stamp = read.stamp();
            update(now -> read.board().map(board -> now.with(read.runs(), board)).orElseGet(now::withoutRuns));
        });
        if (found.isEmpty() && state().board().isBusy()) {
            update(LeaderboardState::withoutRuns);
        }
    }

    private void failed(Problem problem) {
        busy = false;
        stamp = "";
        update(now -> now.withBoard(new Loadable.Failed<>(problem)));
    }

    /// Stops reading.
    public void close() {
        reading.cancel();
        busy = false;
    }

    private void update(UnaryOperator<LeaderboardState> change) {
        state.set(change.apply(state()));
    }
}
