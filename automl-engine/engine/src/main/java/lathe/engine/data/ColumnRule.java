package lathe.engine.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lathe.scoring.FieldType;

/// What a contract asks of one column. Whatever is left empty is not asked for; the column itself must be there.
///
/// @param type     `number`, `category`, `boolean`, `text`, `date` or `list`
/// @param min      least number, or earliest day as `2024-01-31`
/// @param max      greatest number, or latest day
/// @param levels   all values that are allowed
/// @param required whether every row must have a value
/// @param unique   whether no value may come twice
public record ColumnRule(String type, String min, String max, List<String> levels, boolean required, boolean unique) {

    /// Nothing is asked for but the column.
    public static final ColumnRule NONE = new ColumnRule("", "", "", List.of(), false, false);

    /// @throws IllegalArgumentException if the type is unknown, or a bound is neither a number nor a day
    public ColumnRule {
        levels = List.copyOf(levels);
        if (!type.isEmpty() && find(type).isEmpty()) {
            throw new IllegalArgumentException("type of a column must be one of %s, was '%s'"
                    .formatted(Arrays.toString(FieldType.values()).toLowerCase(Locale.ROOT), type));
        }
        requireBound("min", min);
        requireBound("max", max);
    }

    private static Optional<FieldType> find(String text) {
        return Arrays.stream(FieldType.values()).filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text)).findFirst();
    }

    private static void requireBound(String name, String bound) {
        if (!bound.isEmpty() && Double.isNaN(NumberStyle.PLAIN.parse(bound)) && !DateStyle.isDay(bound)) {
            throw new IllegalArgumentException("%s of a column must be a number or a day such as 2024-01-31, was '%s'".formatted(name, bound));
        }
    }

    public Optional<FieldType> chosenType() {
        return type.isEmpty() ? Optional.empty() : find(type);
    }

    /// @param newType as [#type]
    public ColumnRule withType(String newType) {
        return new ColumnRule(newType, min, max, levels, required, unique);
    }

    public ColumnRule withMin(String bound) {
        return new ColumnRule(type, bound, max, levels, required, unique);
    }

    public ColumnRule withMax(String bound) {
        return new ColumnRule(type, min, bound, levels, required, unique);
    }

    public ColumnRule withLevels(List<String> allowed) {
        return new ColumnRule(type, min, max, allowed, required, unique);
    }

    public ColumnRule withRequired(boolean everyRow) {
        return new ColumnRule(type, min, max, levels, everyRow, unique);
    }

    public ColumnRule withUnique(boolean noneTwice) {
        return new ColumnRule(type, min, max, levels, required, noneTwice);
    }
}
