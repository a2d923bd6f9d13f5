package lathe.engine.prepare;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lathe.engine.data.DateStyle;
import lathe.engine.data.NumberStyle;

/// Something about a step that a person may set: `count` in `bins(count=8)`.
///
/// @param name        lower-case, written to project files
/// @param kind        what it takes
/// @param least       smallest number allowed
/// @param most        largest number allowed
/// @param choices     texts allowed; empty where that is not a matter of a list
/// @param usual       what holds where nothing is set; empty where the step finds out by itself
/// @param description one sentence
public record StepParameter(String name, Kind kind, double least, double most, List<String> choices, String usual, String description) {

    /// What a parameter takes.
    public enum Kind {
        WHOLE,
        NUMBER,
        /// As ISO 8601 writes it: 2024-12-31.
        DATE,
        /// One of the choices, codes of ISO 3166.
        COUNTRY,
        /// Any word; the step itself says which will do.
        WORD,
        /// Any number of values of the column, each with the one it is read as; the name is the value's own.
        VALUES
    }

    public StepParameter {
        choices = List.copyOf(choices);
    }

    /// @param usual empty where the step finds out by itself
    static StepParameter whole(String name, int least, int most, String usual, String description) {
        return new StepParameter(name, Kind.WHOLE, least, most, List.of(), usual, description);
    }

    /// @param usual empty where the step finds out by itself
    static StepParameter number(String name, double least, double most, String usual, String description) {
        return new StepParameter(name, Kind.NUMBER, least, most, List.of(), usual, description);
    }

    static StepParameter date(String name, String description) {
        return new StepParameter(name, Kind.DATE, 0, 0, List.of(), "", description);
    }

    /// @param choices codes of ISO 3166
    static StepParameter country(String name, List<String> choices, String usual, String description) {
        return new StepParameter(name, Kind.COUNTRY, 0, 0, choices, usual, description);
    }

    static StepParameter word(String name, String description) {
        return new StepParameter(name, Kind.WORD, 0, 0, List.of(), "", description);
    }

    static StepParameter values(String description) {
        return new StepParameter("", Kind.VALUES, 0, 0, List.of(), "", description);
    }

    /// What is wrong with a text: the rule and the text, in words that follow the name.
    public Optional<String> problem(String text) {
        String rule = switch (kind) {
            case WHOLE -> isWithin(text) && text.matches("[+-]?\\d+") ? "" : "a whole number from %s to %s".formatted(bound(least), bound(most));
            case NUMBER -> isWithin(text) ? "" : "a number from %s to %s".formatted(bound(least), bound(most));
            case DATE -> DateStyle.isDay(text) ? "" : "a date such as 2024-12-31";
            case COUNTRY -> choices.contains(text) ? "" : "the code of a country, one of %s".formatted(String.join(", ", choices));
            case WORD, VALUES -> text.isBlank() ? "a word" : "";
        };
        return rule.isEmpty() ? Optional.empty() : Optional.of("must be %s, was '%s'".formatted(rule, text));
    }

    private boolean isWithin(String text) {
        try {
            double value = Double.parseDouble(text);
            return text.matches("[0-9+.eE-]+") && value >= least && value <= most;
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }

    /// An end of the range as it is shown.
    public static String bound(double value) {
        return NumberStyle.write(value);
    }

    /// What holds for a wish; empty where the step finds out by itself.
    String text(StepWish wish) {
        return wish.values().getOrDefault(name, usual);
    }

    /// What holds for a wish, whose texts were checked; NaN where the step finds out by itself.
    double number(StepWish wish) {
        String text = text(wish);
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    /// As [#number], with 0 where the step finds out by itself.
    int whole(StepWish wish) {
        String text = text(wish);
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    Optional<LocalDate> date(StepWish wish) {
        String text = text(wish);
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }
}
