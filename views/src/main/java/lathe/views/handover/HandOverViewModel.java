package lathe.views.handover;

import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import lathe.engine.builtin.Exporters;
import lathe.engine.export.ExportCheck;
import lathe.engine.export.Exporter;
import lathe.engine.flow.HandOver;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.RunRecord;
import lathe.views.run.Running;
import lathe.views.work.Loadable;
import lathe.views.work.Progress;
import lathe.views.work.Work;
import org.jspecify.annotations.Nullable;

/// Saves, exports and checks the model of the newest run. For the window's thread.
final class HandOverViewModel {

    private final ProjectFolder folder;
    private final Work work;
    private final ScoreViewModel score;
    private final ReadOnlyObjectWrapper<HandOverState> state = new ReadOnlyObjectWrapper<>(HandOverState.NONE);
    private final Subscription subscription;

    HandOverViewModel(ProjectFolder folder, Running running, Work work) {
        this.folder = folder;
        this.work = work;
        this.score = new ScoreViewModel(work);
        this.subscription = running.latestModelProperty().subscribe(this::take);
    }

    ReadOnlyObjectProperty<HandOverState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    HandOverState state() {
        return state.get();
    }

    ScoreViewModel score() {
        return score;
    }

    private void take(@Nullable RunRecord run) {
        if (run == null) {
            state.set(HandOverState.NONE);
            return;
        }
        state.set(HandOverState.of(run, HandOver.model(folder, run)));
        score.use(state().model());
    }

    /// Checks the package once more.
    void verify() {
        Path model = state().model();
        begin(Deed.VERIFY, model, () -> HandOver.verify(model));
    }

    /// Does a deed that writes a file.
    void write(Deed deed, Path out) {
        Path model = state().model();
        switch (deed) {
            case SAVE -> begin(deed, out, () -> HandOver.copy(model, out));
            case ONNX -> begin(deed, out, () -> HandOver.export(model, exporter("onnx"), out));
            case VERIFY -> throw new IllegalArgumentException("VERIFY writes no file");
        }
    }

    private static Exporter exporter(String id) {
        return Exporters.ALL.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    private interface Check {
        ExportCheck run();
    }

    private void begin(Deed deed, Path file, Check check) {
        HandOverState asked = state();
        become(asked, deed, new Loadable.Busy<>(Progress.UNKNOWN));
        var _ = work.run((cancel, progress) -> check.run(),
                done -> become(asked, deed, new Loadable.Ready<>(new Done(file, done))),
                problem -> become(asked, deed, new Loadable.Failed<>(problem)));
    }

    // The answer may come when another run has left another model.
    private void become(HandOverState asked, Deed deed, Loadable<Done> outcome) {
        if (state().model().equals(asked.model())) {
            state.set(state().with(deed, outcome));
        }
    }

    void close() {
        subscription.unsubscribe();
        score.cancel();
    }
}
