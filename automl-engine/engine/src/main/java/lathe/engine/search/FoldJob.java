package lathe.engine.search;

/// One fold of one trial, to be fitted by whoever executes trials.
///
/// @param trial   what to fit
/// @param fold    which fold validates
/// @param seconds time allowed; a fit that can stop early does so before, an overrun is ended from outside
public record FoldJob(Trial trial, int fold, double seconds) { }
