package lathe.views.desk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/// The states of something and what led from one to the next, for undo and redo.
///
/// Holds the last 200 changes. For one thread.
public final class History<T> {

    private static final int MOST = 200;

    private record Change<T>(String what, T before, T after) { }

    private final Deque<Change<T>> past = new ArrayDeque<>();
    private final Deque<Change<T>> future = new ArrayDeque<>();
    private final Consumer<T> apply;

    /// @param apply makes a state the current one when it is gone back or forward to
    public History(Consumer<T> apply) {
        this.apply = apply;
    }

    /// Notes a change that has been made; what was undone can no longer be redone.
    public void add(String what, T before, T after) {
        past.push(new Change<>(what, before, after));
        if (past.size() > MOST) {
            past.removeLast();
        }
        future.clear();
    }

    /// What [#undo] would take back, in words.
    public Optional<String> undoable() {
        return Optional.ofNullable(past.peek()).map(Change::what);
    }

    public Optional<String> redoable() {
        return Optional.ofNullable(future.peek()).map(Change::what);
    }

    /// Does nothing if there is nothing to take back.
    public void undo() {
        Change<T> last = past.poll();
        if (last != null) {
            future.push(last);
            apply.accept(last.before());
        }
    }

    public void redo() {
        Change<T> next = future.poll();
        if (next != null) {
            past.push(next);
            apply.accept(next.after());
        }
    }
}
