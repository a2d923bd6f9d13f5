package lathe.engine.flow;

import lathe.scoring.FieldType;
import org.jspecify.annotations.Nullable;

/// A column of a file beside a column of a model, matched by name.
///
/// @param column its name
/// @param type   as the model reads it; `null` for a column the model does not know
/// @param state  whether both have it
public record ColumnMatch(String column, @Nullable FieldType type, State state) {

    /// Who has the column.
    public enum State {
        /// The model reads it from the file.
        MATCHED,
        /// The model needs it and the file lacks it; the file cannot be scored.
        MISSING,
        /// Only the file has it; it changes nothing.
        NOT_USED
    }
}
