package lathe.views.understand;

import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import lathe.engine.explain.ColumnImportance;
import lathe.engine.explain.Dependence;
import lathe.engine.explain.DependenceSettings;
import lathe.engine.explain.ImportanceSettings;
import lathe.engine.explain.PartialDependence;
import lathe.engine.explain.PermutationImportance;
import lathe.engine.flow.Examination;
import lathe.engine.progress.CancelToken;
import lathe.views.understand.FeaturesState.Phase;
import lathe.views.work.FxRelay;
import lathe.views.work.Loadable;
import lathe.views.work.Progress;
import lathe.views.work.Work;

/// The tab about columns: measures what each is worth, and follows the answer along one of them.
final class FeaturesViewModel {

    private final Opened opened;
    private final Examination examination;
    private final Work work;
    private final ReadOnlyObjectWrapper<FeaturesState> state;
    private final ObjectProperty<Loadable<Dependence>> dependence = new SimpleObjectProperty<>(Loadable.empty());
    private final Map<Asked, Dependence> known = new HashMap<>();
    private CancelToken measuring = new CancelToken();
    private CancelToken following = new CancelToken();

    private record Asked(String column, int output) { }

    FeaturesViewModel(Opened opened, Work work) {
        this.opened = opened;
        this.examination = opened.examination();
        this.work = work;
        String first = opened.inputs().isEmpty() ? "" : opened.inputs().getFirst().name();
        int output = Math.max(0, opened.signature().positive());
        state = new ReadOnlyObjectWrapper<>(FeaturesState.of(opened.signature().inputs().size(), first, output));
    }

    ReadOnlyObjectProperty<FeaturesState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    FeaturesState state() {
        return state.get();
    }

    ReadOnlyObjectProperty<Loadable<Dependence>> dependenceProperty() {
        return dependence;
    }

    Opened opened() {
        return opened;
    }

    /// Measures and follows, unless that has been done or is under way.
    void begin() {
        if (state().phase() == Phase.WAITING) {
            measure();
        }
        if (dependence.get() instanceof Loadable.Empty) {
            follow();
        }
    }

    /// Measures all columns from the beginning.
    void measure() {
        measuring.cancel();
        state.set(state().begun());
        CancelToken mine = new CancelToken();
        FxRelay<ColumnImportance> relay = new FxRelay<>(work::later, batch -> {
            if (!mine.isCancelled() && state().phase() == Phase.MEASURING) {
                state.set(state().with(batch));
            }
        });
        measuring = mine;
        var _ = work.run((cancel, progress) -> PermutationImportance.compute(examination.model().pipeline(),
                examination.rows(), examination.truth(), examination.metric(), ImportanceSettings.DEFAULTS, mine,
                relay::accept), all -> {
            if (!mine.isCancelled()) {
                boolean other = !state().done(all).column().equals(state().column());
                state.set(state().done(all));
                if (other) {
                    follow();
                }
            }
        }, problem -> {
            if (!mine.isCancelled()) {
                state.set(state().failed(problem));
            }
        });
    }

    /// Ends the measuring; what has been measured stays.
    void stop() {
        measuring.cancel();
        if (state().phase() == Phase.MEASURING) {
            state.set(state().stopped());
        }
    }

    /// Follows the answer along another column.
    void choose(String column) {
        if (!column.equals(state().column()) && opened.inputs().stream().anyMatch(each -> each.name().equals(column))) {
            state.set(state().withColumn(column));
            follow();
        }
    }

    void chooseOutput(int output) {
        if (output != state().output()) {
            state.set(state().withOutput(output));
            follow();
        }
    }

    private void follow() {
        following.cancel();
        Asked asked = new Asked(state().column(), state().output());
        Dependence there = known.get(asked);
        if (asked.column().isEmpty()) {
            return;
        }
        if (there != null) {
            dependence.set(new Loadable.Ready<>(there));
            return;
        }
        dependence.set(new Loadable.Busy<>(Progress.UNKNOWN));
        following = work.run((cancel, progress) -> PartialDependence.compute(examination.model().pipeline(),
                examination.rows(), asked.column(), asked.output(), DependenceSettings.DEFAULTS, cancel), found -> {
            known.put(asked, found);
            dependence.set(new Loadable.Ready<>(found));
        }, problem -> dependence.set(new Loadable.Failed<>(problem)));
    }

    void stopFollowing() {
        following.cancel();
        dependence.set(Loadable.empty());
    }

    void close() {
        measuring.cancel();
        following.cancel();
    }
}
