package lathe.views.desk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.TableImport;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;

/// Looks at a file somebody chose before a project is made about it.
final class DataFile {

    private static final int HEAD = 50;
    // A person can say how such a file is to be read, so it gets its project.
    private static final Set<String> MENDABLE = Set.of("header-invalid", "header-missing", "rows-ragged");

    private DataFile() { }

    /// @throws ProblemException if it is no table; then no project should be made
    static void requireTable(Path file) {
        if (!Files.exists(file)) {
            throw new ProblemException(new Problem("file-missing", "There is no such file.", file.toString(), "Check the path."));
        }
        if (Files.isDirectory(file)) {
            throw new ProblemException(new Problem("file-is-folder", "This folder is no project of Lathe.", file.toString(),
                    "Choose a file with a table, or a folder that ends with .lathe-project."));
        }
        try {
            new TableImport().preview(file, ImportOptions.defaults(), HEAD);
        } catch (ProblemException refused) {
            if (!MENDABLE.contains(refused.problem().code())) {
                throw refused;
            }
        }
    }
}
