package lathe.views.understand;

import java.util.EnumSet;
import java.util.Set;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import lathe.engine.flow.Examination;
import lathe.engine.progress.CancelToken;
import lathe.engine.track.RunRecord;
import lathe.views.desk.OpenProject;
import lathe.views.work.Loadable;
import lathe.views.work.Progress;
import lathe.views.work.Work;

/// Opens the model of the latest run that left one, and knows what of it has been looked at.
final class UnderstandViewModel {

    private final OpenProject project;
    private final Work work;
    private final String opening;
    private final ObjectProperty<Loadable<Opened>> opened = new SimpleObjectProperty<>(Loadable.empty());
    private final ReadOnlyObjectWrapper<Set<Check>> looked = new ReadOnlyObjectWrapper<>(Set.of());
    private final DoubleProperty threshold = new SimpleDoubleProperty(0.5);
    private final ReadOnlyObjectWrapper<Boolean> stopped = new ReadOnlyObjectWrapper<>(false);
    private final Subscription subscription;
    private CancelToken job = new CancelToken();
    private boolean visible;
    private String asked = "";

    /// @param opening what is said while the model is opened
    UnderstandViewModel(OpenProject project, Work work, String opening) {
        this.project = project;
        this.work = work;
        this.opening = opening;
        this.subscription = project.running().latestModelProperty().subscribe(latest -> consider(false));
    }

    ReadOnlyObjectProperty<Loadable<Opened>> openedProperty() {
        return opened;
    }

    OpenProject project() {
        return project;
    }

    Work work() {
        return work;
    }

    /// Probability from which a binary answer counts as positive on this screen; the model keeps its own.
    DoubleProperty thresholdProperty() {
        return threshold;
    }

    ReadOnlyObjectProperty<Set<Check>> lookedProperty() {
        return looked.getReadOnlyProperty();
    }

    /// Whether nothing is there because somebody stopped the opening.
    ReadOnlyObjectProperty<Boolean> stoppedProperty() {
        return stopped.getReadOnlyProperty();
    }

    void look(Check check) {
        if (!looked.get().contains(check)) {
            Set<Check> more = EnumSet.of(check);
            more.addAll(looked.get());
            looked.set(Set.copyOf(more));
        }
    }

    /// Opens the latest model and every later one, until [#hidden].
    void shown() {
        visible = true;
        consider(false);
    }

    void hidden() {
        visible = false;
    }

    /// Tries again what failed or was stopped.
    void again() {
        consider(true);
    }

    private void consider(boolean anew) {
        RunRecord latest = project.running().latestModelProperty().get();
        if (!visible) {
            return;
        }
        if (latest == null) {
            job.cancel();
            opened.set(Loadable.empty());
        } else if (anew || !latest.spec().id().equals(asked)) {
            open(latest);
        }
    }

    private void open(RunRecord run) {
        job.cancel();
        asked = run.spec().id();
        stopped.set(false);
        opened.set(new Loadable.Busy<>(new Progress(opening, Double.NaN)));
        job = work.run((cancel, progress) -> Opened.of(Examination.open(project.folder(), run, cancel), cancel), now -> {
            threshold.set(now.signature().threshold());
            looked.set(Set.of());
            opened.set(new Loadable.Ready<>(now));
        }, problem -> opened.set(new Loadable.Failed<>(problem)));
    }

    /// Stops the opening.
    void stop() {
        job.cancel();
        stopped.set(true);
        opened.set(Loadable.empty());
    }

    void close() {
        subscription.unsubscribe();
        job.cancel();
    }
}
