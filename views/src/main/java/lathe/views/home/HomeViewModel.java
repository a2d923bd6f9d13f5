package lathe.views.home;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import lathe.engine.progress.CancelToken;
import lathe.views.work.Loadable;
import lathe.views.work.Work;

/// What Home lists: projects that were open before, and samples.
final class HomeViewModel {

    private final Work work;
    private final Supplier<List<Path>> folders;
    private final Path samplesFolder;
    private final ObjectProperty<Loadable<List<RecentProject>>> recent = new SimpleObjectProperty<>(Loadable.empty());
    private final ObjectProperty<Loadable<List<Sample>>> samples = new SimpleObjectProperty<>(Loadable.empty());
    private CancelToken reading = new CancelToken();
    private CancelToken rehearsing = new CancelToken();

    /// @param folders of the projects that were open before, the last one first
    HomeViewModel(Work work, Supplier<List<Path>> folders, Path samplesFolder) {
        this.work = work;
        this.folders = folders;
        this.samplesFolder = samplesFolder;
        samples.subscribe(now -> now.optional().ifPresent(
                found -> rehearsing = Rehearsal.begin(work, found.stream().map(Sample::file).toList())));
    }

    ReadOnlyObjectProperty<Loadable<List<RecentProject>>> recentProperty() {
        return recent;
    }

    ReadOnlyObjectProperty<Loadable<List<Sample>>> samplesProperty() {
        return samples;
    }

    /// A file is being opened: nothing else is to be read meanwhile.
    void giveWay() {
        rehearsing.cancel();
    }

    /// Looks again; what is listed stays in view meanwhile.
    void refresh() {
        reading.cancel();
        reading = work.run((cancel, progress) -> folders.get().stream().map(RecentProject::read).flatMap(Optional::stream).toList(),
                found -> recent.set(new Loadable.Ready<>(found)), problem -> recent.set(new Loadable.Failed<>(problem)));
        if (samples.get().optional().isEmpty() && !samples.get().isBusy()) {
            work.load(samples, (cancel, progress) -> Sample.read(samplesFolder));
        }
    }
}
