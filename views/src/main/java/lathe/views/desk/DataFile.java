package lathe.views.desk;

import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;
import lathe.engine.data.ChosenFiles;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.TableImport;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.Schema;

/// Looks at data somebody chose before a project is made about it.
public final class DataFile {

    private static final int HEAD = 200;
    // A person can say how such data is to be read, so it gets its project.
    private static final Set<String> MENDABLE = Set.of("header-invalid", "header-missing", "rows-ragged", "archive-several",
            "archive-entry-unknown", "database-table", "file-column-taken");

    private DataFile() { }

    /// The columns as the head of the data shows them; none if a person has to say first how it is to be read.
    ///
    /// @throws ProblemException if it is no table
    public static Optional<Schema> look(ChosenFiles chosen, ImportOptions options) {
        if (!Files.exists(chosen.path())) {
            throw new ProblemException(new Problem("file-missing", "There is no such file.", chosen.path().toString(), "Check the path."));
        }
        try {
            return Optional.of(new TableImport().preview(chosen.path(), options, HEAD).imported().table().schema());
        } catch (ProblemException refused) {
            if (!MENDABLE.contains(refused.problem().code())) {
                throw refused;
            }
            return Optional.empty();
        }
    }
}
