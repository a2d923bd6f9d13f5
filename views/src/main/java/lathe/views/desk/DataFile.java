package lathe.views.desk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import lathe.engine.data.ChosenFiles;
import lathe.engine.data.FileChecks;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.ImportPreview;
import lathe.engine.data.TableImport;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.Schema;

/// Data somebody chose, as its head shows it before a project is made about it.
///
/// @param path    of the file or folder
/// @param options how it was read
/// @param head    its first rows; empty if a person has to say first how it is to be read
public record DataFile(Path path, ImportOptions options, Optional<ImportPreview> head) {

    /// Rows of the head.
    static final int ROWS = 200;
    private static final Set<String> DATABASES = Set.of("yaml", "yml", "duckdb", "db");
    // A person can say how such data is to be read, so it gets its project.
    private static final Set<String> MENDABLE = Set.of("header-invalid", "header-missing", "rows-ragged", "archive-several",
            "archive-entry-unknown", "database-table", "file-column-taken");

    /// @throws ProblemException if it is no table
    public static DataFile look(ChosenFiles chosen, ImportOptions options) {
        if (!Files.exists(chosen.path())) {
            throw new ProblemException(new Problem("file-missing", "There is no such file.", chosen.path().toString(), "Check the path."));
        }
        try {
            return new DataFile(chosen.path(), options, Optional.of(new TableImport().preview(chosen.path(), options, ROWS)));
        } catch (ProblemException refused) {
            if (!MENDABLE.contains(refused.problem().code())) {
                throw refused;
            }
            return new DataFile(chosen.path(), options, Optional.empty());
        }
    }

    /// Whether opening it may ask for a password.
    static boolean isDatabase(Path path) {
        return DATABASES.contains(FileChecks.ending(path));
    }

    /// The columns as the head shows them.
    public Optional<Schema> schema() {
        return head.map(shown -> shown.imported().table().schema());
    }
}
