package lathe.engine.flow;

import java.nio.file.Path;
import java.util.List;

/// A file of predictions.
///
/// @param file where it is
/// @param rows rows predicted
/// @param notes what a person should know: cells that were not understood, columns that hold what no training row held
public record ScoredFile(Path file, long rows, List<String> notes) {

    public ScoredFile {
        notes = List.copyOf(notes);
    }
}
