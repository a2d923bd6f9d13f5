package lathe.engine.track;

import lathe.engine.evaluate.Score;

/// A score together with the rows it was measured on.
///
/// @param kind  which rows
/// @param score value with its interval
public record ReportedScore(ScoreKind kind, Score score) {
}
