package lathe.engine.data;

/// How far the reading of a file is.
///
/// @param rows  rows taken so far; 0 while the file is looked over first
/// @param share part of the work done, from 0 to 1; `NaN` where the format does not tell
public record ReadProgress(long rows, double share) { }
