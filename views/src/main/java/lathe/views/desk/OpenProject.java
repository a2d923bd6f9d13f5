package lathe.views.desk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.logging.Logger;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.Imported;
import lathe.engine.data.TableImport;
import lathe.engine.flow.DataChange;
import lathe.engine.flow.FileProfiling;
import lathe.engine.flow.ProjectReading;
import lathe.engine.flow.ProjectTable;
import lathe.engine.profile.ColumnCharts;
import lathe.engine.profile.Profiler;
import lathe.engine.profile.TableProfile;
import lathe.engine.profile.Thresholds;
import lathe.engine.progress.CancelToken;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.ProjectSettings;
import lathe.engine.track.TypedTargets;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.views.run.Running;
import lathe.views.work.Loadable;
import lathe.views.work.Progress;
import lathe.views.work.Work;
import org.jspecify.annotations.Nullable;

/// The project the window is about: its settings with undo and redo, its data and profile, kept up to date.
///
/// Every change is written to `project.yaml` at once, beside the window's thread and in order, so that nothing edited is
/// lost when the window is closed or the process dies. For the window's thread.
public final class OpenProject implements AutoCloseable {

    /// Code of the problem that the reading was stopped by [#cancelReading].
    public static final String STOPPED = "reading-stopped";

    private static final Logger LOG = Logger.getLogger(OpenProject.class.getName());
    private static final Duration MOST_FINISHING = Duration.ofSeconds(60);

    private final ProjectFolder folder;
    private final Work work;
    private final Consumer<Problem> problems;
    private final ExecutorService saving;
    private final Running running;
    private final FirstRows firstRows;
    private final ReadOnlyObjectWrapper<ProjectSettings> settings;
    private final History<ProjectSettings> history = new History<>(this::become);
    private final ObjectProperty<Loadable<Imported>> data = new SimpleObjectProperty<>(Loadable.empty());
    private final ObjectProperty<Loadable<TableProfile>> profile = new SimpleObjectProperty<>(Loadable.empty());
    private final ObjectProperty<Loadable<ColumnCharts>> charts = new SimpleObjectProperty<>(Loadable.empty());
    private final ReadOnlyObjectWrapper<Optional<DataChange>> change = new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable Imported read;   // as it lies in the source; null while it is not known
    private boolean typed;   // since the data was made
    private CancelToken reading = new CancelToken();
    private CancelToken profiling = new CancelToken();
    private CancelToken charting = new CancelToken();

    /// @param problems hears what could not be saved
    public OpenProject(ProjectFolder folder, Work work, Consumer<Problem> problems) {
        this(folder, work, problems, null);
    }

    /// @param looked what was seen of its data when the project was made; null if nothing was
    OpenProject(ProjectFolder folder, Work work, Consumer<Problem> problems, @Nullable DataFile looked) {
        this.folder = folder;
        this.work = work;
        this.problems = problems;
        this.settings = new ReadOnlyObjectWrapper<>(folder.settings());
        this.saving = Executors.newSingleThreadExecutor(task -> new Thread(task, "saving"));
        this.running = new Running(folder, work, saving);
        this.firstRows = new FirstRows(work);
        data.subscribe(now -> {
            if (!now.isBusy()) {
                firstRows.end();
            }
        });
        if (looked != null) {
            firstRows.know(looked);
        }
        read();
    }

    public ProjectFolder folder() {
        return folder;
    }

    /// The name people gave it, otherwise that of its data or its folder.
    public String name() {
        ProjectSettings now = settings();
        if (!now.name().isEmpty()) {
            return now.name();
        }
        Path last = Objects.requireNonNullElse(folder.root().getFileName(), folder.root());
        return now.source().isEmpty() ? last.toString() : ProjectFolder.dataName(folder.source());
    }

    public ProjectSettings settings() {
        return settings.get();
    }

    public ReadOnlyObjectProperty<ProjectSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /// The source as a typed table with derived columns and the rows that are kept; read again when the way of reading changes.
    public ReadOnlyObjectProperty<Loadable<Imported>> dataProperty() {
        return data;
    }

    /// The head of the source, while all of it is being read and nothing of it is there yet.
    public FirstRows firstRows() {
        return firstRows;
    }

    /// The source as it lies there, whatever is derived of it or kept; null while it is not read.
    public @Nullable Imported asRead() {
        return read;
    }

    /// Rows of the source, whether they are kept or not; 0 while it is not read.
    public int rowsRead() {
        return read == null ? 0 : read.table().rows();
    }

    /// What differs from the data read before this; empty if nothing does.
    public ReadOnlyObjectProperty<Optional<DataChange>> changeProperty() {
        return change.getReadOnlyProperty();
    }

    /// The source as it was read, without derived columns and with all rows; none while it is not read.
    public Optional<Imported> raw() {
        return Optional.ofNullable(read);
    }

    /// Statistics and findings; worked out again when data or target change.
    public ReadOnlyObjectProperty<Loadable<TableProfile>> profileProperty() {
        return profile;
    }

    /// The run that goes on, and those before.
    public Running running() {
        return running;
    }

    /// A picture of each column in numbers, beside the target; worked out again when data or target change.
    public ReadOnlyObjectProperty<Loadable<ColumnCharts>> chartsProperty() {
        return charts;
    }

    public History<ProjectSettings> history() {
        return history;
    }

    /// Makes a change that can be undone.
    ///
    /// @param what in words, for the undo button, for example "Leave out column city"
    public void change(String what, UnaryOperator<ProjectSettings> edit) {
        ProjectSettings before = settings();
        ProjectSettings after = edit.apply(before);
        if (!after.equals(before)) {
            history.add(what, before, after);
            become(after);
        }
    }

    private void become(ProjectSettings now) {
        ProjectSettings before = settings();
        settings.set(now);
        saving.execute(() -> saved(() -> folder.save(now)));
        boolean elsewhere = !before.source().equals(now.source());
        if (elsewhere || !ProjectReading.of(before).equals(ProjectReading.of(now))) {
            read(elsewhere);
        } else if (shapesOtherwise(before, now)) {
            shape();
        } else if (!before.target().equals(now.target()) || !before.limits().equals(now.limits())) {
            profile();
        }
    }

    private static boolean shapesOtherwise(ProjectSettings before, ProjectSettings now) {
        boolean targetCounts = now.table().removesContradictions() || now.table().removesUnusualRows();
        return !before.table().equals(now.table()) || targetCounts && !before.target().equals(now.target())
                || now.table().derived().keySet().stream().anyMatch(name -> !before.column(name).type().equals(now.column(name).type()));
    }

    /// Keeps, or takes back, what was typed for rows without a target; written at once, beside the window's thread. The data
    /// shows it from [#applyTyped] on.
    public void type(UnaryOperator<TypedTargets> edit) {
        typed = true;
        saving.execute(() -> saved(() -> folder.typedTargets().change(edit)));
    }

    /// Puts what was typed into the data, once all of it is written. Does nothing if nothing was typed since it was there.
    public void applyTyped() {
        if (typed) {
            typed = false;
            afterSaving(this::shape);
        }
    }

    /// Does something on the window's thread, once everything changed until now is on disk.
    public void afterSaving(Runnable task) {
        saving.execute(() -> work.later(task));
    }

    private void saved(Runnable writing) {
        try {
            writing.run();
        } catch (ProblemException failed) {
            work.later(() -> problems.accept(failed.problem()));
        }
    }


    /// Reads the source again, for instance after its file has changed.
    public void read() {
        read(true);
    }

    // The same file read in another way is a version of its own, but nothing to tell of.
    private void read(boolean telling) {
        cancelJobs();
        boolean shown = read != null && !telling;   // the same source, which stays in view meanwhile
        read = null;
        change.set(Optional.empty());
        profile.set(Loadable.empty());
        charts.set(Loadable.empty());
        ProjectSettings now = settings();
        if (now.source().isEmpty()) {
            data.set(Loadable.empty());
            return;
        }
        Path source = folder.root().resolve(now.source()).normalize();
        data.set(Loadable.empty());
        reading = work.load(data, (cancel, progress) -> {
            if (!shown) {
                FirstRows.giveWay(source);
            }
            Imported made = made(source, now, telling, cancel, progress);
            work.later(() -> {
                if (!cancel.isCancelled()) {
                    profile(made, settings().target());   // it may have changed meanwhile
                }
            });
            return made;
        });
        if (!shown) {
            firstRows.begin(source, ProjectReading.of(now));
        }
    }

    // Beside the window's thread.
    private Imported made(Path source, ProjectSettings now, boolean telling, CancelToken cancel, Consumer<Progress> progress) {
        if (!Files.exists(source)) {
            throw new ProblemException(new Problem("file-missing", "The data of this project is not there any more.",
                    source.toString(), "Put the file back, or choose another one."));
        }
        // Of a file too long for the memory a sample is shown; a note of the import says so.
        ImportOptions held = new FileProfiling(Thresholds.USUAL).held(source, ProjectReading.of(now));
        Imported raw = new TableImport().read(source, held, cancel, far -> progress.accept(new Progress("", far.share())));
        work.later(() -> {
            if (!cancel.isCancelled()) {
                read = raw;
                if (held.sample().isAll()) {
                    note(raw, now, telling);
                }
            }
        });
        return ProjectTable.of(raw, now, folder.typedTargets().all()).imported();
    }

    @SuppressWarnings("ReferenceEquality")   // to compare the cells of two tables takes long
    private boolean isRead(Imported raw) {
        return read == raw;
    }

    private void note(Imported raw, ProjectSettings now, boolean telling) {
        var _ = work.run((cancel, progress) -> DataChange.noted(folder, now, raw.table()), found -> {
            if (telling && isRead(raw)) {
                change.set(found);
            }
        }, problems);
    }

    // What was read stays; what is derived of it and which rows are kept is done anew, while the table before is still shown.
    private void shape() {
        Imported raw = read;
        if (raw == null) {
            read();
            return;
        }
        cancelJobs();
        ProjectSettings now = settings();
        reading = work.run((cancel, progress) -> {
            Imported made = ProjectTable.of(raw, now, folder.typedTargets().all()).imported();
            work.later(() -> {   // in a turn of its own, as both are work for the window
                if (!cancel.isCancelled()) {
                    profile(made, settings().target());
                }
            });
            return made;
        }, made -> data.set(new Loadable.Ready<>(made)), problem -> data.set(new Loadable.Failed<>(problem)));
    }

    private void profile() {
        data.get().optional().ifPresent(read -> profile(read, settings().target()));
    }

    private void profile(Imported read, String target) {
        profiling.cancel();
        charting.cancel();
        boolean known = read.table().schema().find(target).isPresent();
        Thresholds limits = settings().limits();
        profiling = work.load(profile, (cancel, progress) -> Profiler.profile(read.table(), known ? target : null, limits));
        charting = work.load(charts, (cancel, progress) -> ColumnCharts.of(read.table(), target, cancel));
    }

    private void cancelJobs() {
        firstRows.end();
        reading.cancel();
        profiling.cancel();
        charting.cancel();
    }

    /// Stops reading; what was read before is gone until [#read] is called again.
    public void cancelReading() {
        cancelJobs();
        data.set(new Loadable.Failed<>(Problem.of(STOPPED, "The reading of the data was stopped.", "Read it again, or choose another file.")));
    }

    /// Ends all jobs: a run under way hands over its best so far. Returns at once; the folder is free when the thread ends.
    public Thread beginClosing() {
        cancelJobs();
        running.leave();
        saving.shutdown();
        return Thread.ofPlatform().name("closing").start(this::finishClosing);
    }

    private void finishClosing() {
        try {
            if (!saving.awaitTermination(10, TimeUnit.SECONDS)) {
                Problem late = Problem.of("not-saved", "The last change could not be written within 10 seconds.",
                        "Check that the project's folder can be reached.");
                work.later(() -> problems.accept(late));
            }
            if (!running.awaitEnd(MOST_FINISHING)) {
                LOG.warning("a run did not end in time; what was finished is on disk");
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        folder.close();
    }

    /// As [#beginClosing], and waits for the end.
    @Override
    public void close() {
        try {
            beginClosing().join();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
