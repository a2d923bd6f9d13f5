package lathe.engine.data;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import lathe.engine.data.Contract.Violations;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;

/// Looks at the rows of one column for what its rule does not allow.
final class RuleCheck {

    private static final int MOST_TEXT = 60;

    private final Field field;
    private final ColumnRule rule;
    private final Violations found;
    private final Set<String> levels;
    private final Set<String> tokens;
    private final Map<String, String> seen = new HashMap<>();
    private final double min;
    private final double max;

    RuleCheck(Field field, ColumnRule rule, Violations found) {
        this.field = field;
        this.rule = rule;
        this.found = found;
        this.levels = new HashSet<>(rule.levels());
        this.tokens = new HashSet<>(field.missingTokens());
        this.min = NumberStyle.PLAIN.parse(rule.min());
        this.max = NumberStyle.PLAIN.parse(rule.max());
    }

    /// @param typed the cells as their type says
    /// @param raw   the rows as they stand in the file
    /// @param index of the column in these
    void look(Column typed, RawTable raw, int index) {
        for (int row = 0; row < raw.rows(); row++) {
            String value = text(typed, row);
            if (!value.isEmpty()) {
                look(value, raw.place(row));
                continue;
            }
            String cell = cell(raw.column(index), row);
            if (!isMissing(cell)) {
                add("type", raw.place(row), "'%s' is no %s".formatted(shortened(cell), field.type().name().toLowerCase(Locale.ROOT)));
            } else if (rule.required()) {
                add("required", raw.place(row), "the value is missing");
            }
        }
    }

    private boolean isMissing(String cell) {
        return cell.isBlank() || tokens.contains(cell) || tokens.contains(cell.strip()) || MissingWords.always(cell)
                || !isWords() && MissingWords.amongNumbers(cell);
    }

    private boolean isWords() {
        return field.type() == FieldType.CATEGORY || field.type() == FieldType.TEXT || field.type() == FieldType.LIST;
    }

    private void look(String value, String place) {
        if (isBelow(value)) {
            add("min", place, "%s is below %s".formatted(shortened(value), rule.min()));
        }
        if (isAbove(value)) {
            add("max", place, "%s is above %s".formatted(shortened(value), rule.max()));
        }
        if (!levels.isEmpty() && !levels.contains(value)) {
            add("levels", place, "'%s' is not among the allowed values".formatted(shortened(value)));
        }
        if (rule.unique()) {
            String before = seen.putIfAbsent(value, place);
            if (before != null) {
                add("unique", place, "'%s' stands in %s already".formatted(shortened(value), before));
            }
        }
    }

    // Days compare as their ISO text does; the day of `max` counts whole.
    private boolean isBelow(String value) {
        return !rule.min().isEmpty() && (field.type() == FieldType.NUMBER ? NumberStyle.PLAIN.parse(value) < min
                : field.type() == FieldType.DATE && value.compareTo(rule.min()) < 0);
    }

    private boolean isAbove(String value) {
        return !rule.max().isEmpty() && (field.type() == FieldType.NUMBER ? NumberStyle.PLAIN.parse(value) > max
                : field.type() == FieldType.DATE && value.substring(0, Math.min(10, value.length())).compareTo(rule.max()) > 0);
    }

    private static String text(Column column, int row) {
        return switch (column) {
            case NumberColumn numbers -> numbers.isMissing(row) ? "" : NumberStyle.write(numbers.value(row));
            case StringColumn strings -> strings.isMissing(row) ? "" : strings.text(row);
        };
    }

    private static String cell(RawColumn column, int row) {
        return switch (column) {
            case NumberCells numbers -> Double.isNaN(numbers.value(row)) ? "" : NumberStyle.write(numbers.value(row));
            case TextCells texts -> texts.code(row) < 0 ? "" : texts.text(texts.code(row));
        };
    }

    private void add(String name, String place, String what) {
        found.add(new Violation(field.name(), name, place, what));
    }

    private static String shortened(String text) {
        return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT) + "…";
    }
}
