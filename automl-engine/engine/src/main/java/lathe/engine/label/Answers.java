package lathe.engine.label;

import java.util.List;
import lathe.engine.data.NumberStyle;
import lathe.scoring.CellParser;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;

/// What may be typed for a target.
///
/// @param target  name of the column
/// @param type    of the column
/// @param numbers whether any number may be typed; otherwise a class
/// @param classes known so far, in the order in which they are offered; empty for numbers, and while nothing is known
public record Answers(String target, FieldType type, boolean numbers, List<String> classes) {

    private static final CellParser NUMBERS = new CellParser(Field.of("number", FieldType.NUMBER));
    private static final int MOST_NAMED = 12;

    public Answers {
        classes = List.copyOf(classes);
    }

    /// The value as it is kept.
    ///
    /// @param fresh whether a class that is not known yet may be typed
    /// @throws ProblemException if the text is empty, does not fit the column, or is a class that is not known
    public String accept(String text, boolean fresh) {
        String value = text.strip();
        if (value.isEmpty()) {
            throw refused("typed-empty", "There is no value for '%s'.".formatted(target), "Type a value, or skip the row.");
        }
        if (!fits(type, value)) {
            throw type == FieldType.BOOLEAN
                    ? refused("typed-no-boolean", "'%s' is true or false, was '%s'.".formatted(target, value), "Type one of the two.")
                    : refused("typed-no-number", "'%s' is a number, was '%s'.".formatted(target, value), "Type a number such as 1234.5.");
        }
        String kept = type == FieldType.NUMBER ? NumberStyle.write(number(value)) : value;
        if (!numbers && !fresh && !classes.contains(kept)) {
            throw refused("typed-new-class", "'%s' is no class of '%s'; the classes are %s.".formatted(kept, target, named()),
                    "Take one of them, or say that it is a new class (--new-classes).");
        }
        return kept;
    }

    private ProblemException refused(String code, String what, String remedy) {
        return new ProblemException(Problem.of(code, what, remedy));
    }

    private String named() {
        String some = String.join(", ", classes.stream().limit(MOST_NAMED).toList());
        return classes.isEmpty() ? "not known yet" : classes.size() <= MOST_NAMED ? some : some + " and " + (classes.size() - MOST_NAMED) + " more";
    }

    /// Whether a text is a value of a column of this type.
    static boolean fits(FieldType type, String value) {
        return switch (type) {
            case NUMBER -> Double.isFinite(number(value));
            case BOOLEAN -> value.equals("true") || value.equals("false");
            case CATEGORY, TEXT, DATE -> true;
            case LIST -> false;
        };
    }

    /// Not finite if it is no number.
    static double number(String value) {
        return NUMBERS.number(value);
    }
}
