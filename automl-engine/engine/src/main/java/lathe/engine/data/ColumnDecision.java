package lathe.engine.data;

import java.util.List;
import lathe.scoring.FieldType;

/// How one column is to be read.
///
/// @param type          what its values are
/// @param format        as in [lathe.scoring.Field]
/// @param missingTokens texts found in this column that mean "no value", exactly as they stand there
/// @param notes         what the user should know
/// @param questions     what only the user can tell
record ColumnDecision(FieldType type, String format, List<String> missingTokens, List<ImportNote> notes,
                      List<ImportQuestion> questions) { }
