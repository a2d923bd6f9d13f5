package lathe.engine.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import lathe.engine.track.Leaderboard;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.RunRecord;

/// Writes what people open after a run, beside the package: leaderboard and report; and keeps the package of this run.
final class RunFiles {

    private static final Logger LOG = Logger.getLogger(RunFiles.class.getName());

    private final ProjectFolder project;
    private final RunRecord record;

    RunFiles(ProjectFolder project, RunRecord record) {
        this.project = project;
        this.record = record;
    }

    RunResult write(Leaderboard leaderboard) {
        Path model = project.root().resolve(AutoMl.MODEL_FILE);
        keep(model);
        return new RunResult(record, leaderboard, model, List.of());
    }

    // A later run replaces model.lathe by another file, so a link to this one stays what it is and costs nothing.
    private void keep(Path model) {
        Path kept = project.models().resolve(record.spec().id() + ".lathe");
        try {
            Files.createLink(kept, model);
        } catch (IOException | UnsupportedOperationException noLinks) {
            LOG.log(Level.FINE, "no links here", noLinks);
            try {
                Files.copy(model, kept, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException failed) {
                LOG.log(Level.WARNING, "the model was not kept as " + kept, failed);
            }
        }
    }
}
