package lathe.scoring;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads dates by a pattern, or ISO-8601, and writes them canonically: `2024-03-01` or `2024-03-01T17:05:00`.
///
/// A time with an offset is moved to UTC. Days that are not in the calendar are refused, never shifted. Month names
/// are English.
final class DateText implements DateReading {

    private static final Pattern ISO = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})"
            + "(?:[T ](\\d{2}:\\d{2})(:\\d{2}(?:\\.\\d{1,9})?)?(?: ?(Z|[+-]\\d{2}:?(?:\\d{2})?))?)?");
    private static final int LONGEST = 100;
    private static final int LAST_YEAR = 9999;

    private final String format;
    private final Optional<DateTimeFormatter> pattern;

    /// @param format a [DateTimeFormatter] pattern, or empty for ISO-8601
    DateText(String format) {
        this.format = format;
        if (format.length() > LONGEST) {
            throw new IllegalArgumentException("a date's format must have at most %d characters".formatted(LONGEST));
        }
        // Strict, so that 31 February is refused; then a year of era needs its era.
        pattern = format.isEmpty() ? Optional.empty() : Optional.of(new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(format)
                .parseDefaulting(ChronoField.ERA, 1)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT));
    }

    @Override
    public boolean isLenient() {
        return false;
    }

    @Override
    public String expected() {
        return format.isEmpty() ? "a date such as 2024-03-01" : "a date written as " + format;
    }

    @Override
    public @Nullable String read(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        try {
            return pattern.isPresent() ? byPattern(pattern.get(), text) : iso(text);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static @Nullable String byPattern(DateTimeFormatter formatter, String text) {
        ParsePosition position = new ParsePosition(0);
        // the unresolved parse fails without an exception, which is what a column of other texts needs
        if (formatter.parseUnresolved(text, position) == null || position.getIndex() != text.length()) {
            return null;
        }
        TemporalAccessor parsed = formatter.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        return switch (parsed) {
            case OffsetDateTime moment -> canonical(moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
            case LocalDateTime time -> canonical(time);
            case LocalDate date -> canonical(date);
            default -> null;
        };
    }

    private static @Nullable String iso(String text) {
        Matcher matcher = ISO.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        if (matcher.group(2) == null) {
            return canonical(LocalDate.parse(matcher.group(1)));
        }
        String seconds = matcher.group(3) == null ? ":00" : matcher.group(3);
        LocalDateTime time = LocalDateTime.parse(matcher.group(1) + "T" + matcher.group(2) + seconds);
        if (matcher.group(4) == null) {
            return canonical(time);
        }
        return canonical(time.atOffset(ZoneOffset.of(matcher.group(4))).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
    }

    private static @Nullable String canonical(LocalDate date) {
        return date.getYear() < 0 || date.getYear() > LAST_YEAR ? null : DateTimeFormatter.ISO_LOCAL_DATE.format(date);
    }

    private static @Nullable String canonical(LocalDateTime time) {
        return time.getYear() < 0 || time.getYear() > LAST_YEAR ? null : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
    }
}
