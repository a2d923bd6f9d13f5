package lathe.engine.track;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lathe.engine.learn.Monotone;
import lathe.engine.prepare.StepWish;
import lathe.scoring.CellParser;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Role;
import org.jspecify.annotations.Nullable;

/// What a person has decided about one column. Whatever is left empty is decided by Lathe.
///
/// @param type   `number`, `category`, `boolean`, `text`, `date` or `list`
/// @param format how its text is read, as in [lathe.scoring.Field]
/// @param role   `feature`, `weight`, `id`, `time`, `group`, `split` or `ignored`
/// @param step   preprocessing step as [StepWish] writes it, for example `log` or `bins(count=8)`
/// @param known  answer to "Would you know this before the moment of prediction?": `before`, `after` or `unsure`
/// @param monotone which way the answer may go while the number grows: `increasing` or `decreasing`
public record ColumnChoice(String type, String format, String role, String step, String known, String monotone) {

    public static final String KNOWN_BEFORE = "before";
    public static final String KNOWN_AFTER = "after";
    public static final String KNOWN_UNSURE = "unsure";

    /// Nothing decided.
    public static final ColumnChoice NONE = new ColumnChoice("", "", "", "", "", "");

    /// Leaves the column out.
    public static final ColumnChoice DROPPED = NONE.withRole(Role.IGNORED);

    /// @throws IllegalArgumentException if the type, the format, the role or the answer is unknown
    public ColumnChoice {
        if (!type.isEmpty()) {
            // Refuses what is no format of the type.
            new CellParser(new Field("column", find(FieldType.values(), "type", type), Role.FEATURE, format, List.of()));
        }
        if (!role.isEmpty()) {
            find(Role.values(), "role", role);
        }
        StepWish.parse(step);   // refuses what is not written so
        if (!known.isEmpty() && !List.of(KNOWN_BEFORE, KNOWN_AFTER, KNOWN_UNSURE).contains(known)) {
            throw new IllegalArgumentException("known of a column must be before, after or unsure, was '%s'".formatted(known));
        }
        if (!monotone.isEmpty() && Monotone.of(monotone).isEmpty()) {
            throw new IllegalArgumentException("monotone of a column must be increasing or decreasing, was '%s'".formatted(monotone));
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

    public Optional<Monotone> direction() {
        return Monotone.of(monotone);
    }

    /// @param direction null where the answer may go both ways
    public ColumnChoice withDirection(@Nullable Monotone direction) {
        return new ColumnChoice(type, format, role, step, known, direction == null ? "" : direction.word());
    }

    /// A format of another type is dropped.
    public ColumnChoice withType(FieldType newType) {
        String kept = chosenType().filter(newType::equals).isPresent() ? format : "";
        return new ColumnChoice(newType.name().toLowerCase(Locale.ROOT), kept, role, step, known, monotone);
    }

    /// The type is found by Lathe again, and with it the format.
    public ColumnChoice withoutType() {
        return new ColumnChoice("", "", role, step, known, monotone);
    }

    public ColumnChoice withFormat(String newFormat) {
        return new ColumnChoice(type, newFormat, role, step, known, monotone);
    }

    public ColumnChoice withRole(Role newRole) {
        return new ColumnChoice(type, format, newRole.name().toLowerCase(Locale.ROOT), step, known, monotone);
    }

    /// Whether it takes part is decided by Lathe again.
    public ColumnChoice withoutRole() {
        return new ColumnChoice(type, format, "", step, known, monotone);
    }

    /// @param newStep empty for the automatic choice
    public ColumnChoice withStep(String newStep) {
        return new ColumnChoice(type, format, role, newStep, known, monotone);
    }

    /// @param answer what is known only afterwards is left out; another answer changes no role
    public ColumnChoice withKnown(String answer) {
        ColumnChoice answered = new ColumnChoice(type, format, role, step, answer, monotone);
        return answer.equals(KNOWN_AFTER) ? answered.withRole(Role.IGNORED) : answered;
    }
}
