package lathe.views.understand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import lathe.engine.flow.AutoMl;
import lathe.engine.flow.RunControl;
import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;
import lathe.engine.track.Brief;
import lathe.engine.track.ColumnChoice;
import lathe.engine.track.PayOff;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.ProjectSettings;
import lathe.engine.track.SearchSettings;
import lathe.scoring.Role;

/// Makes a project about the first rows of a sample and trains a few models in it.
final class TrainedProject {

    static final Path SAMPLES = Path.of("..", "sample-data").toAbsolutePath().normalize();

    private static final int ROWS = 2_500;

    private TrainedProject() { }

    // Of more rows the screens show no more.
    private static Path head(String sample, Path file) throws IOException {
        return sample.endsWith(".xlsx") ? Files.copy(SAMPLES.resolve(sample), file)
                : Files.write(file, Files.readAllLines(SAMPLES.resolve(sample)).subList(0, ROWS));
    }

    /// @return the folder; the copy of the sample lies beside it
    static Path train(Path folder, String sample, String target, int trials, List<String> dropped) {
        try {
            Path file = head(sample, folder.resolve(sample));
            Path root = ProjectFolder.freshPath(folder, file);
            ProjectSettings settings = ProjectSettings.EMPTY.withSource(ProjectFolder.relativeSource(root, file))
                    .withTarget(target).withBrief(Brief.EMPTY.withPayOff(new PayOff(120, 0, -20, 0)))
                    .withSearch(SearchSettings.DEFAULTS.withTrialLimit(trials).withThreads(2)
                            .withBudgetSeconds(SearchSettings.LONGEST));
            for (String column : dropped) {
                settings = settings.withColumn(column, ColumnChoice.NONE.withRole(Role.IGNORED));
            }
            try (ProjectFolder project = ProjectFolder.create(root, settings)) {
                Deadline deadline = Deadline.in(Duration.ofSeconds((long) SearchSettings.LONGEST));
                new AutoMl(project, new RunControl(deadline, new CancelToken(), event -> { })).run();
            }
            return root;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
