package lathe.engine.flow;

import java.nio.file.Path;

/// A file of predictions.
///
/// @param file where it is
/// @param rows rows predicted
public record ScoredFile(Path file, long rows) { }
