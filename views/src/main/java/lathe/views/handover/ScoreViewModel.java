package lathe.views.handover;

import java.nio.file.Path;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lathe.engine.data.BadCells;
import lathe.engine.data.ImportOptions;
import lathe.engine.flow.FileScoring;
import lathe.engine.flow.ScoringOptions;
import lathe.engine.progress.CancelToken;
import lathe.scoring.pack.PackageReader;
import lathe.views.work.Loadable;
import lathe.views.work.Progress;
import lathe.views.work.Work;

/// Scores a file with the model: columns matched, then predictions, probabilities and reasons. For the window's thread.
final class ScoreViewModel {

    private final Work work;
    private final ReadOnlyObjectWrapper<ScoreState> state = new ReadOnlyObjectWrapper<>(ScoreState.START);
    private Path model = Path.of("");
    private CancelToken job = new CancelToken();

    ScoreViewModel(Work work) {
        this.work = work;
    }

    ReadOnlyObjectProperty<ScoreState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ScoreState state() {
        return state.get();
    }

    /// Files are scored by this model from now on.
    void use(Path newModel) {
        model = newModel;
        state().chosen().ifPresent(this::choose);
    }

    /// Looks at a file's columns.
    void choose(Path file) {
        job.cancel();
        Path asked = model;
        state.set(state().withFile(file).withMatches(new Loadable.Busy<>(Progress.UNKNOWN)));
        job = work.run((cancel, progress) -> new FileScoring(PackageReader.open(asked)).match(file, ImportOptions.defaults()),
                found -> state.set(state().withMatches(new Loadable.Ready<>(found))),
                problem -> state.set(state().withMatches(new Loadable.Failed<>(problem))));
    }

    /// Changes an option.
    void set(UnaryOperator<ScoreState> change) {
        state.set(change.apply(state()));
    }

    /// Writes the predictions of the chosen file.
    void score(Path out) {
        Path asked = model;
        Path file = Objects.requireNonNull(state().file(), "no file is chosen");
        ScoringOptions options = new ScoringOptions(state().keep(), state().reasons(), state().ranges(),
                state().badMissing() ? BadCells.MISSING : BadCells.ERROR, ImportOptions.defaults());
        state.set(state().withResult(new Loadable.Busy<>(Progress.UNKNOWN)));
        job = work.run((cancel, progress) -> new FileScoring(PackageReader.open(asked)).score(file, out, options,
                        rows -> progress.accept(new Progress(Long.toString(rows), Double.NaN)), cancel),
                progress -> state.set(state().withResult(new Loadable.Busy<>(progress))),
                done -> state.set(state().withResult(new Loadable.Ready<>(done))),
                problem -> state.set(state().withResult(new Loadable.Failed<>(problem))));
    }

    /// Stops what goes on; nothing half-written stays.
    void cancel() {
        job.cancel();
        if (state().result().isBusy()) {
            state.set(state().withResult(Loadable.empty()));
        }
    }
}
