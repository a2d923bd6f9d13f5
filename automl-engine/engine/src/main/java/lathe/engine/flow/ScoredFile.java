package lathe.engine.flow;

import java.nio.file.Path;
import java.util.List;

/// A file of predictions.
///
/// @param file where it is
/// @param rows rows predicted
/// @param unlike what many of them held that no training row did, in sentences
public record ScoredFile(Path file, long rows, List<String> unlike) {

    public ScoredFile {
        unlike = List.copyOf(unlike);
    }
}
