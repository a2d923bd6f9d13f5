package lathe.engine.data;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import lathe.scoring.CellParser;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Role;

/// How a column writes its dates. Its [#format] is what [Field] stores.
public final class DateStyle {

    /// ISO-8601: `2024-03-01`, `2024-03-01T17:05`, `2024-03-01 17:05:00.5Z`.
    public static final DateStyle ISO = new DateStyle("");

    private static final String TIME = "[ H:mm[:ss]]";

    // Day first before month first: where both fit a whole column, the order here decides for the marks '.' and '-'.
    private static final List<DateStyle> KNOWN = List.of(
            new DateStyle("d.M.uuuu" + TIME),
            new DateStyle("M/d/uuuu" + TIME), new DateStyle("M/d/uuuu h:mm[:ss] a"),
            new DateStyle("d/M/uuuu" + TIME), new DateStyle("d/M/uuuu h:mm[:ss] a"),
            new DateStyle("d-M-uuuu" + TIME), new DateStyle("M-d-uuuu" + TIME),
            new DateStyle("uuuu/M/d" + TIME), new DateStyle("uuuu.M.d" + TIME),
            new DateStyle("d MMM uuuu" + TIME), new DateStyle("d-MMM-uuuu" + TIME), new DateStyle("MMM d, uuuu" + TIME),
            new DateStyle("d MMMM uuuu" + TIME), new DateStyle("MMMM d, uuuu" + TIME));

    private final String pattern;
    private final CellParser parser;

    private DateStyle(String pattern) {
        this.pattern = pattern;
        this.parser = new CellParser(new Field("date", FieldType.DATE, Role.FEATURE, pattern, List.of()));
    }

    /// Whether it is a day as files write it, such as `2024-01-31`.
    public static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /// The styles the import tries, the likelier first.
    static List<DateStyle> known() {
        return KNOWN;
    }

    /// The pattern that [Field] stores; empty for ISO.
    public String format() {
        return pattern;
    }

    /// Whether another style reads the same marks with day and month the other way round.
    boolean swaps(DateStyle other) {
        return !pattern.equals(other.pattern) && pattern.replace('M', 'd').equals(other.pattern.replace('M', 'd'));
    }

    /// ISO text of a date, without zone in UTC, as [CellParser] reads it; empty if the text is no date in this style.
    public String canonical(String text) {
        String trimmed = text.strip();
        if (trimmed.length() < 8 || trimmed.length() > 40 || !startsLikeDate(trimmed)) {
            return "";
        }
        return Objects.requireNonNullElse(parser.text(trimmed), "");
    }

    private static boolean startsLikeDate(String text) {
        char first = text.charAt(0);
        return first >= '0' && first <= '9' || Character.isLetter(first) && text.chars().anyMatch(Character::isDigit);
    }
}
