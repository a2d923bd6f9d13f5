package lathe.engine.profile;

import java.util.List;
import java.util.Locale;
import lathe.scoring.FieldType;

/// What may be done about a finding.
///
/// @param action what is done
/// @param step   step of a recipe that does it, as `StepWish` writes it; empty if it is done otherwise
/// @param values what it is done with: values that mean "no value", spellings of which the first is kept, a column to divide by, the
///               smallest and the largest number of rows that stay, type and format a column is read by and a text with its value
public record Treatment(Action action, String step, List<String> values) {

    /// Kinds of treatment.
    public enum Action {
        /// Nothing is done on account of the finding.
        KEEP,
        /// The column does not take part.
        LEAVE_OUT,
        /// The column is prepared with the step named.
        PREPARE,
        /// The values named are read as "no value".
        READ_AS_MISSING,
        /// The values named are read as the first of them.
        MERGE,
        /// Numbers are brought to one unit.
        CONVERT,
        /// Texts are read as numbers or dates by the format named.
        READ_AS,
        /// The rows in question are not learnt from.
        REMOVE_ROWS,
        /// Rows are divided by the column named, the earlier ones to learn from.
        DIVIDE_BY
    }

    public Treatment {
        values = List.copyOf(values);
    }

    public static Treatment of(Action action) {
        return new Treatment(action, "", List.of());
    }

    public static Treatment of(Action action, List<String> values) {
        return new Treatment(action, "", values);
    }

    /// Prepares the column with a step of the recipe.
    public static Treatment step(String step) {
        return new Treatment(Action.PREPARE, step, List.of());
    }

    /// Reads the column by a format.
    ///
    /// @param text  what another reading that is offered would read otherwise; empty if there is none
    /// @param value what this one makes of it
    public static Treatment reading(FieldType type, String format, String text, String value) {
        return new Treatment(Action.READ_AS, "", List.of(type.name().toLowerCase(Locale.ROOT), format, text, value));
    }
}
