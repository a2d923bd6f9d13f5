package lathe.scoring;

import java.util.List;

/// Describes one column of a [Table] and how its cells are read from text.
///
/// @param name          unique in its schema; nested fields are dotted (`address.city`)
/// @param type          what the values are
/// @param role          what the column is for
/// @param format        how text is read: `.` or `,` (decimal mark) for numbers, `. in kg` for measures in any unit, `. among texts` for
///                      numbers as people write them; a [java.time.format.DateTimeFormatter] pattern for dates, or `mixed day-first`,
///                      `mixed month-first`; `true-text|false-text` for booleans; empty for the neutral form
/// @param missingTokens texts that mean "no value" in this column, besides the empty cell
public record Field(String name, FieldType type, Role role, String format, List<String> missingTokens) {

    public Field {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a field needs a name");
        }
        missingTokens = List.copyOf(missingTokens);
    }

    public static Field of(String name, FieldType type) {
        return new Field(name, type, Role.FEATURE, "", List.of());
    }

    public Field withRole(Role newRole) {
        return new Field(name, type, newRole, format, missingTokens);
    }

    public Field withType(FieldType newType) {
        return new Field(name, newType, role, format, missingTokens);
    }
}
