package lathe.engine.data;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a column writes its dates. ISO-8601 is always understood, besides the pattern.
public final class DateStyle {

    /// Only ISO-8601: `2024-03-01`, `2024-03-01T17:05`, `2024-03-01 17:05:00.5Z`.
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

    private static final Pattern ISO_TEXT = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d)(?:[T ](\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?) ?(Z|[+-]\\d\\d(?::?\\d\\d)?)?)?");

    private final String pattern;
    private final DateTimeFormatter formatter;

    private DateStyle(String pattern) {
        this.pattern = pattern;
        this.formatter = new DateTimeFormatterBuilder().parseCaseInsensitive()
                .appendPattern(pattern.isEmpty() ? "uuuu-MM-dd" : pattern)
                .toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }

    /// The styles the import tries, the likelier first.
    static List<DateStyle> known() {
        return KNOWN;
    }

    /// @throws IllegalArgumentException if the pattern is none of [DateTimeFormatter]
    public static DateStyle ofFormat(String pattern) {
        return pattern.isEmpty() ? ISO : new DateStyle(pattern);
    }

    /// The pattern that [lathe.scoring.Field] stores; empty for ISO.
    public String format() {
        return pattern;
    }

    /// Whether another style reads the same marks with day and month the other way round.
    boolean swaps(DateStyle other) {
        return !pattern.equals(other.pattern)
                && pattern.replace('M', 'd').equals(other.pattern.replace('M', 'd'));
    }

    /// ISO text of a date, without zone in UTC; empty if the text is no date in this style.
    public String canonical(String text) {
        String trimmed = text.strip();
        int length = trimmed.length();
        if (length < 8 || length > 40 || !startsLikeDate(trimmed)) {
            return "";
        }
        String iso = iso(trimmed);
        return !iso.isEmpty() || pattern.isEmpty() ? iso : patterned(trimmed);
    }

    private static boolean startsLikeDate(String text) {
        char first = text.charAt(0);
        return first >= '0' && first <= '9' || Character.isLetter(first) && text.chars().anyMatch(Character::isDigit);
    }

    private String patterned(String text) {
        try {
            TemporalAccessor parsed = formatter.parse(text);
            LocalDate date = parsed.query(TemporalQueries.localDate());
            LocalTime time = parsed.query(TemporalQueries.localTime());
            if (date == null) {
                return "";
            }
            return time == null ? write(date) : write(date.atTime(time));
        } catch (DateTimeException notThisStyle) {
            return "";
        }
    }

    private static String iso(String text) {
        if (text.length() < 10 || text.charAt(4) != '-') {
            return "";
        }
        Matcher matcher = ISO_TEXT.matcher(text);
        if (!matcher.matches()) {
            return "";
        }
        try {
            LocalDate date = LocalDate.parse(matcher.group(1));
            if (matcher.group(2) == null) {
                return write(date);
            }
            LocalDateTime local = date.atTime(LocalTime.parse(matcher.group(2)));
            return write(matcher.group(3) == null ? local : local.minusSeconds(offset(matcher.group(3))));
        } catch (DateTimeException noSuchDay) {
            return "";
        }
    }

    private static int offset(String zone) {
        return ZoneOffset.of(zone).getTotalSeconds();
    }

    static String write(LocalDate date) {
        return date.toString();
    }

    /// `2024-03-01T17:05:00`, with a fraction only where there is one.
    public static String write(LocalDateTime moment) {
        LocalDateTime micros = moment.truncatedTo(ChronoUnit.MICROS);
        String text = micros.toString();
        return micros.getSecond() == 0 && micros.getNano() == 0 ? text + ":00" : text;
    }
}
