package lathe.views.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.ProjectSettings;
import lathe.engine.track.ReportedScore;
import lathe.engine.track.RunRecord;
import lathe.engine.track.RunStore;
import lathe.scoring.ProblemException;

/// A project that was open before, as its files tell it.
///
/// @param folder of the project
/// @param when   it was changed last
/// @param target column to predict; empty if not chosen yet
/// @param data   whether its data is still where it was
/// @param metric of the last model; empty if there is none
/// @param score  of the last model
record RecentProject(Path folder, String name, Instant when, String target, boolean data, String metric, double score) {

    private static final Logger LOG = Logger.getLogger(RecentProject.class.getName());
    private static final String SUFFIX = ".lathe-project";

    /// Reads the folder; empty if it is no project any more. Beside the window's thread.
    static Optional<RecentProject> read(Path folder) {
        try {
            ProjectSettings settings = ProjectFolder.readSettings(folder);
            Path source = folder.resolve(settings.source()).normalize();
            Optional<ReportedScore> score = lastScore(new RunStore(folder.resolve("runs")));
            Instant when = Files.getLastModifiedTime(folder.resolve(ProjectFolder.SETTINGS_FILE)).toInstant();
            return Optional.of(new RecentProject(folder, name(settings, folder), when, settings.target(),
                    settings.source().isEmpty() || Files.isReadable(source),
                    score.map(each -> each.score().metric()).orElse(""), score.map(each -> each.score().value()).orElse(Double.NaN)));
        } catch (ProblemException | IOException unreadable) {
            LOG.log(Level.INFO, "a recent project cannot be read: " + folder, unreadable);
            return Optional.empty();
        }
    }

    private static String name(ProjectSettings settings, Path folder) {
        if (!settings.name().isEmpty()) {
            return settings.name();
        }
        String last = Objects.requireNonNullElse(folder.getFileName(), folder).toString();
        return last.endsWith(SUFFIX) ? last.substring(0, last.length() - SUFFIX.length()) : last;
    }

    // Only the newest run that has a model is read, so that a project with hundreds of runs opens as quickly.
    private static Optional<ReportedScore> lastScore(RunStore runs) {
        List<String> ids = runs.ids();
        for (int i = ids.size() - 1; i >= Math.max(0, ids.size() - 3); i--) {
            RunRecord run = runs.run(ids.get(i));
            if (!run.scores().isEmpty()) {
                return Optional.of(run.scores().getFirst());
            }
        }
        return Optional.empty();
    }
}
