package lathe.engine.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The package that was in the project before a run, in case the run is called off.
final class EarlierModel {

    private static final Logger LOG = Logger.getLogger(EarlierModel.class.getName());

    private final Path model;
    private final Path kept;

    private EarlierModel(Path model, Path kept) {
        this.model = model;
        this.kept = kept;
    }

    /// Keeps it if there is one.
    ///
    /// @param work folder for it
    static EarlierModel keep(Path model, Path work) throws IOException {
        Path kept = work.resolve("earlier.lathe");
        if (Files.exists(model)) {
            try {
                Files.createLink(kept, model);
            } catch (IOException | UnsupportedOperationException noLinks) {
                LOG.log(Level.FINE, "no links here", noLinks);
                Files.copy(model, kept, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return new EarlierModel(model, kept);
    }

    /// Puts it back; without an earlier one there is none afterwards.
    void restore() {
        try {
            if (Files.exists(kept)) {
                Files.move(kept, model, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.deleteIfExists(model);
            }
        } catch (IOException failed) {
            LOG.log(Level.WARNING, "the earlier model was not put back as " + model, failed);
        }
    }
}
