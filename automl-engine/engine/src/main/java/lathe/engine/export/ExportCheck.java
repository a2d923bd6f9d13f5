package lathe.engine.export;

/// How close an exported file's answers came to the pipeline's.
///
/// @param rows              rows compared; 0 if the file was only opened
/// @param largestDifference largest |a − b| / max(1, |b|) over all answers
public record ExportCheck(int rows, double largestDifference) { }
