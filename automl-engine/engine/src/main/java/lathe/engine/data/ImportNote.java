package lathe.engine.data;

/// Something the import decided or noticed that the user should know.
///
/// @param code     stable lower-case id, for example `formula-without-value`
/// @param field    column it concerns; empty if it concerns the whole file
/// @param sentence what was found, in plain words
public record ImportNote(String code, String field, String sentence) { }
