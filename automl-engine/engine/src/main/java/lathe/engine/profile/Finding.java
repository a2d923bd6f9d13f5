package lathe.engine.profile;

/// Something noticed about a table.
///
/// @param code     stable lower-case id, for example `identifier`
/// @param severity how much it matters
/// @param field    column it concerns; empty if it concerns the table
/// @param sentence what was found, in plain words with the figures
public record Finding(String code, Severity severity, String field, String sentence) { }
