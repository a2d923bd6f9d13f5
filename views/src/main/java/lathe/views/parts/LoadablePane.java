package lathe.views.parts;

import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import lathe.scoring.Problem;
import lathe.views.work.Loadable;
import lathe.views.work.Progress;
import org.jspecify.annotations.Nullable;

/// Shows something that is worked out beside the window: empty, busy with progress and cancel, problem, or the thing.
public final class LoadablePane<T> extends StackPane {

    private final Node empty;
    private final Function<T, Node> ready;
    private final Function<Problem, Node> failed;
    private final Waiting waiting;
    private final Node busy;
    private final Subscription subscription;
    private @Nullable T shown;

    /// @param empty      stands where nothing was asked for
    /// @param ready      makes the node of the thing; called once per value
    /// @param failed     makes the node of a problem, usually a [ProblemCard] with a way out
    /// @param cancelText name of the cancel button
    public LoadablePane(ObservableValue<Loadable<T>> value, Node empty, Function<T, Node> ready,
            Function<Problem, Node> failed, String cancelText, Runnable cancel) {
        this(value, empty, ready, failed, new WaitingBox(cancelText, cancel));
    }

    /// As the other, with more to look at meanwhile.
    ///
    /// @param waiting stands where the thing will be
    public LoadablePane(ObservableValue<Loadable<T>> value, Node empty, Function<T, Node> ready,
            Function<Problem, Node> failed, Waiting waiting) {
        this.empty = empty;
        this.ready = ready;
        this.failed = failed;
        this.waiting = waiting;
        this.busy = waiting.node();
        subscription = value.subscribe(this::show);
    }

    private void show(Loadable<T> now) {
        switch (now) {
            case Loadable.Empty<T> _ -> only(empty);
            case Loadable.Busy<T>(Progress progress) -> {
                waiting.show(progress);
                only(busy);
            }
            case Loadable.Failed<T>(Problem problem) -> only(failed.apply(problem));
            case Loadable.Ready<T>(T value) -> {
                if (!value.equals(shown) || getChildren().contains(busy)) {
                    only(ready.apply(value));
                    shown = value;
                }
            }
        }
    }

    private void only(Node node) {
        if (getChildren().size() != 1 || !getChildren().getFirst().equals(node)) {
            getChildren().setAll(node);
        }
        if (node.equals(empty) || node.equals(busy)) {
            shown = null;
        }
    }

    /// Stops listening.
    public void close() {
        subscription.unsubscribe();
    }
}
