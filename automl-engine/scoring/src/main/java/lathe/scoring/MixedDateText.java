package lathe.scoring;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads dates of a column that writes them in several orders. What can only be one date is read as it stands; where day and
/// month could change places, `03/04/2021`, the order decides that a person has said. Years have four digits.
final class MixedDateText implements DateReading {

    static final String MIXED = "mixed ";
    private static final String DAY_FIRST = MIXED + "day-first";
    private static final String MONTH_FIRST = MIXED + "month-first";
    private static final List<String> MARKS = List.of(".", "/", "-");
    private static final List<String> TIMES = List.of("[ H:mm[:ss]]", " h:mm[:ss] a");
    private static final List<DateReading> CLEAR = clear();
    private static final List<DateReading> DAYS = ordered("d%sM%suuuu");
    private static final List<DateReading> MONTHS = ordered("M%sd%suuuu");
    private static final int SHORTEST = 8;
    private static final int LONGEST = 40;

    private final boolean dayFirst;

    private MixedDateText(boolean dayFirst) {
        this.dayFirst = dayFirst;
    }

    static MixedDateText of(String format) {
        if (!format.equals(DAY_FIRST) && !format.equals(MONTH_FIRST)) {
            throw new IllegalArgumentException("dates in mixed orders are read '%s' or '%s', was '%s'".formatted(DAY_FIRST, MONTH_FIRST, format));
        }
        return new MixedDateText(format.equals(DAY_FIRST));
    }

    private static List<DateReading> clear() {
        List<DateReading> clear = new ArrayList<>();
        clear.add(new DateText(""));
        clear.addAll(ordered("uuuu%sM%sd"));
        for (String pattern : List.of("d MMM uuuu", "d-MMM-uuuu", "d. MMM uuuu", "MMM d, uuuu", "d MMMM uuuu", "d. MMMM uuuu", "MMMM d, uuuu")) {
            clear.add(new DateText(pattern + TIMES.getFirst()));
        }
        return List.copyOf(clear);
    }

    private static List<DateReading> ordered(String order) {
        List<DateReading> patterns = new ArrayList<>();
        for (String mark : MARKS) {
            TIMES.forEach(time -> patterns.add(new DateText(order.formatted(mark, mark) + time)));
        }
        return List.copyOf(patterns);
    }

    @Override
    public boolean isLenient() {
        return true;
    }

    @Override
    public String expected() {
        return dayFirst ? "a date such as 31/12/2024 or 2024-12-31" : "a date such as 12/31/2024 or 2024-12-31";
    }

    @Override
    public @Nullable String read(String text) {
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            return null;
        }
        String clear = first(CLEAR, text);
        if (clear != null) {
            return clear;
        }
        String wanted = first(dayFirst ? DAYS : MONTHS, text);
        return wanted != null ? wanted : first(dayFirst ? MONTHS : DAYS, text);
    }

    private static @Nullable String first(List<DateReading> readings, String text) {
        for (DateReading reading : readings) {
            String date = reading.read(text);
            if (date != null) {
                return date;
            }
        }
        return null;
    }
}
