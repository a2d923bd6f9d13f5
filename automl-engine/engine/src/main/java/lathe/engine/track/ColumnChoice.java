package lathe.engine.track;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import lathe.scoring.FieldType;
import lathe.scoring.Role;

/// What a person has decided about one column. Whatever is left empty is decided by Lathe.
///
/// @param type   `number`, `category`, `boolean`, `text`, `date` or `list`
/// @param format how its text is read, as in [lathe.scoring.Field]
/// @param role   `feature`, `weight`, `id`, `time`, `group`, `split` or `ignored`
/// @param step   id of the preprocessing step
public record ColumnChoice(String type, String format, String role, String step) {

    /// Nothing decided.
    public static final ColumnChoice NONE = new ColumnChoice("", "", "", "");

    /// Leaves the column out.
    public static final ColumnChoice DROPPED = NONE.withRole(Role.IGNORED);

    /// @throws IllegalArgumentException if the type or the role is unknown
    public ColumnChoice {
        if (!type.isEmpty()) {
            find(FieldType.values(), "type", type);
        }
        if (!role.isEmpty()) {
            find(Role.values(), "role", role);
        }
    }

    private static <E extends Enum<E>> E find(E[] all, String thing, String text) {
        for (E each : all) {
            if (each.name().toLowerCase(Locale.ROOT).equals(text)) {
                return each;
            }
        }
        throw new IllegalArgumentException("%s of a column must be one of %s, was '%s'"
                .formatted(thing, Arrays.toString(all).toLowerCase(Locale.ROOT), text));
    }

    public Optional<FieldType> chosenType() {
        return type.isEmpty() ? Optional.empty() : Optional.of(find(FieldType.values(), "type", type));
    }

    public Optional<Role> chosenRole() {
        return role.isEmpty() ? Optional.empty() : Optional.of(find(Role.values(), "role", role));
    }

    public ColumnChoice withType(FieldType newType) {
        return new ColumnChoice(newType.name().toLowerCase(Locale.ROOT), format, role, step);
    }

    public ColumnChoice withRole(Role newRole) {
        return new ColumnChoice(type, format, newRole.name().toLowerCase(Locale.ROOT), step);
    }

    public ColumnChoice withStep(String newStep) {
        return new ColumnChoice(type, format, role, newStep);
    }
}
