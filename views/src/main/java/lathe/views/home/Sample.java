package lathe.views.home;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.Task;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A table that comes with Lathe, as its catalogue describes it.
///
/// @param file   of the table
/// @param title  what it is about
/// @param story  the business case in a few sentences
/// @param target column to predict
record Sample(Path file, String title, String story, Task task, String target, int rows, int columns) {

    private static final String CATALOGUE = "catalogue.json";

    /// Reads the catalogue of a folder; entries without their file are left out. Beside the window's thread.
    ///
    /// @throws ProblemException if there is no catalogue or it is not understood
    static List<Sample> read(Path folder) {
        Path file = folder.resolve(CATALOGUE);
        if (!Files.isRegularFile(file)) {
            throw new ProblemException(new Problem("samples-missing", "The sample tables are not there.", file.toString(),
                    "Install Lathe again, or begin with a file of your own."));
        }
        try {
            List<Sample> samples = new ArrayList<>();
            for (JsonNode entry : new JsonMapper().readTree(file).path("tables")) {
                Path table = folder.resolve(entry.path("file").asString("")).normalize();
                if (Files.isRegularFile(table)) {
                    samples.add(new Sample(table, entry.path("title").asString(""), entry.path("story").asString(""),
                            Task.valueOf(entry.path("task").asString("").toUpperCase(Locale.ROOT)),
                            entry.path("target").asString(""), entry.path("rows").asInt(0), entry.path("columns").asInt(0)));
                }
            }
            return List.copyOf(samples);
        } catch (JacksonException | IllegalArgumentException damaged) {
            throw new ProblemException(new Problem("samples-damaged", "The list of sample tables is not understood.",
                    file.toString(), "Install Lathe again, or begin with a file of your own."), damaged);
        }
    }
}
