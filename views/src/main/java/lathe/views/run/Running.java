package lathe.views.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lathe.engine.flow.AutoMl;
import lathe.engine.flow.Resumption;
import lathe.engine.flow.RunEvent;
import lathe.engine.flow.RunHandle;
import lathe.engine.flow.RunHistory;
import lathe.engine.flow.RunHistory.RunSummary;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.RunRecord;
import lathe.engine.track.RunStatus;
import lathe.scoring.Problem;
import lathe.views.work.FxRelay;
import lathe.views.work.Work;
import org.jspecify.annotations.Nullable;

/// The run of an open project: begins it, tells how it goes, and knows the runs before. It goes on whatever screen is shown.
/// For the window's thread, [#awaitEnd] excepted.
public final class Running {

    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "time left");
        thread.setDaemon(true);
        return thread;
    });
    private static final long TICK_MILLIS = 500;

    private final ProjectFolder folder;
    private final Work work;
    private final Executor saving;
    private final AtomicReference<@Nullable RunHandle> handle = new AtomicReference<>();
    private final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(RunState.NONE);
    private final ReadOnlyBooleanWrapper underWay = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper ending = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper secondsLeft = new ReadOnlyDoubleWrapper();
    private final ReadOnlyObjectWrapper<List<RunSummary>> runs = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable RunRecord> latestRun = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable RunRecord> latestModel = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable RunRecord> resumable = new ReadOnlyObjectWrapper<>();
    private @Nullable Future<?> ticking;
    private boolean left;

    /// @param saving runs a task once every earlier change of the settings is written
    public Running(ProjectFolder folder, Work work, Executor saving) {
        this.folder = folder;
        this.work = work;
        this.saving = saving;
        refresh();
    }

    /// The run that goes on or was the last one since the project was opened.
    public ReadOnlyObjectProperty<RunState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public RunState state() {
        return state.get();
    }

    public ReadOnlyBooleanProperty underWayProperty() {
        return underWay.getReadOnlyProperty();
    }

    /// Whether it was asked to finish or to be called off, and has not done so yet.
    public ReadOnlyBooleanProperty endingProperty() {
        return ending.getReadOnlyProperty();
    }

    /// Until the last file must be written; 0 if no run goes on.
    public ReadOnlyDoubleProperty secondsLeftProperty() {
        return secondsLeft.getReadOnlyProperty();
    }

    /// All runs of the project, the newest first.
    public ReadOnlyObjectProperty<List<RunSummary>> runsProperty() {
        return runs.getReadOnlyProperty();
    }

    /// The newest run that is over, however it ended; null if there is none.
    public ReadOnlyObjectProperty<@Nullable RunRecord> latestRunProperty() {
        return latestRun.getReadOnlyProperty();
    }

    /// The newest run that left a model; null if there is none.
    public ReadOnlyObjectProperty<@Nullable RunRecord> latestModelProperty() {
        return latestModel.getReadOnlyProperty();
    }

    /// The newest run that can go on; null if there is none or one is under way.
    public ReadOnlyObjectProperty<@Nullable RunRecord> resumableProperty() {
        return resumable.getReadOnlyProperty();
    }

    /// Begins a run by the project's settings. Does nothing if one goes on.
    public void start() {
        begin(folder.settings().search().budgetSeconds(), events -> AutoMl.start(folder, events));
    }

    /// Goes on with [#resumableProperty]. Does nothing if there is none.
    ///
    /// @param seconds added
    public void resume(double seconds) {
        RunRecord run = resumable.get();
        if (run != null) {
            begin(seconds, events -> AutoMl.resume(folder, run.spec().id(), seconds, events));
        }
    }

    private void begin(double seconds, Function<Consumer<RunEvent>, RunHandle> flow) {
        if (underWay.get()) {
            return;
        }
        underWay.set(true);
        ending.set(false);
        handle.set(null);
        resumable.set(null);
        state.set(RunState.STARTING);
        secondsLeft.set(seconds);
        FxRelay<RunEvent> relay = new FxRelay<>(work::later, this::hear);
        saving.execute(() -> handle.set(flow.apply(relay::accept)));
        ticking = CLOCK.scheduleWithFixedDelay(() -> work.later(this::tick), TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void hear(List<RunEvent> batch) {
        RunState next = state.get();
        for (RunEvent event : batch) {
            next = next.with(event);
        }
        tick();
        if (!next.phase().isUnderWay()) {
            over(next);
        }
        state.set(next);
    }

    private void over(RunState last) {
        if (ticking != null) {
            ticking.cancel(false);
        }
        underWay.set(false);
        ending.set(false);
        secondsLeft.set(0);
        last.result().ifPresent(result -> {
            latestModel.set(result.run());
            latestRun.set(result.run());
        });
        if (!left) {
            refresh();
        }
    }

    private void tick() {
        RunHandle run = handle.get();
        if (run != null && underWay.get()) {
            secondsLeft.set(run.secondsLeft());
        }
    }

    /// Ends the search; the best so far is handed over.
    public void finishNow() {
        whenBegun(RunHandle::finishNow);
    }

    /// Calls the run off; finished trials stay on record.
    public void cancel() {
        whenBegun(RunHandle::cancel);
    }

    private void whenBegun(Consumer<RunHandle> order) {
        if (underWay.get()) {
            ending.set(true);
            saving.execute(() -> Optional.ofNullable(handle.get()).ifPresent(order));
        }
    }

    /// For the end of the window: a run with a scored trial hands over the best so far, another one is called off.
    public void leave() {
        left = true;
        if (state.get().scored().isEmpty()) {
            cancel();
        } else {
            finishNow();
        }
    }

    /// Waits for the end of a run that was told to end. Not for the window's thread while people look at it.
    ///
    /// @return whether none goes on any more
    public boolean awaitEnd(Duration most) throws InterruptedException {
        RunHandle run = handle.get();
        if (run == null || run.awaitEnd(most)) {
            return true;
        }
        run.cancel();
        return run.awaitEnd(most);
    }

    /// Reads the runs again.
    public void refresh() {
        var _ = work.run((cancel, progress) -> read(), this::know, this::unread);
    }

    private record Known(List<RunSummary> runs, Optional<RunRecord> resumable) { }

    private Known read() {
        List<RunSummary> found = RunHistory.of(folder.runs());
        return new Known(found, found.stream().map(RunSummary::run).filter(run -> run.status() != RunStatus.RUNNING)
                .filter(run -> Resumption.isPossible(folder.runs(), run)).findFirst());
    }

    private void know(Known known) {
        List<RunSummary> found = known.runs();
        runs.set(found);
        resumable.set(underWay.get() ? null : known.resumable().orElse(null));
        latestRun.set(newest(found, run -> run.status() != RunStatus.RUNNING));
        latestModel.set(newest(found, run -> !run.model().isEmpty()));
    }

    // Runs that cannot be read are missed by nobody here; screens that need one say so.
    private void unread(Problem problem) {
        System.getLogger(Running.class.getName()).log(System.Logger.Level.WARNING, problem.message());
    }

    private static @Nullable RunRecord newest(List<RunSummary> found, Predicate<RunRecord> wanted) {
        return found.stream().map(RunSummary::run).filter(wanted).findFirst().orElse(null);
    }
}
