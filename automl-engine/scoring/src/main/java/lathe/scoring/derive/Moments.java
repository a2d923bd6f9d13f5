package lathe.scoring.derive;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lathe.scoring.StringColumn;

/// ISO dates as numbers.
final class Moments {

    /// Seconds of a day, without leap seconds.
    static final double DAY = 86_400;

    // The same text decides in the ONNX graph, so that both call the same dates unreadable.
    private static final Pattern ISO = Pattern.compile(
            "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])(?:T([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])(?:\\.[0-9]{1,9})?)?");

    private Moments() {
    }

    /// Seconds since 1970-01-01, fractions cut off; `NaN` if the text is no date.
    static double seconds(String text) {
        Matcher matcher = ISO.matcher(text);
        if (!matcher.matches()) {
            return Double.NaN;
        }
        try {
            double day = LocalDate.parse(text.substring(0, 10)).toEpochDay() * DAY;
            return matcher.group(1) == null ? day
                    : day + 3600 * whole(matcher, 1) + 60 * whole(matcher, 2) + whole(matcher, 3);
        } catch (DateTimeException noSuchDay) {
            return Double.NaN;   // 2024-02-31: the pattern lets it through, the calendar does not
        }
    }

    private static int whole(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /// Year, month, day, weekday or hour of a date; `NaN` if the text is none.
    static double part(Operation part, String text) {
        double seconds = seconds(text);
        if (Double.isNaN(seconds)) {
            return Double.NaN;
        }
        double day = Math.floor(seconds / DAY);
        LocalDate date = LocalDate.ofEpochDay((long) day);
        return switch (part) {
            case YEAR -> date.getYear();
            case MONTH -> date.getMonthValue();
            case DAY -> date.getDayOfMonth();
            case WEEKDAY -> date.getDayOfWeek().getValue();
            case HOUR -> Math.floor((seconds - day * DAY) / 3600);
            default -> throw new IllegalArgumentException("no part of a date: " + part);
        };
    }

    /// A number of each row's text, `NaN` for missing; every text is looked at once.
    static double[] each(StringColumn column, ToDoubleFunction<String> number) {
        double[] ofLevel = new double[column.levels().size()];
        boolean[] known = new boolean[ofLevel.length];
        double[] out = new double[column.rows()];
        Arrays.fill(out, Double.NaN);
        for (int row = 0; row < out.length; row++) {
            int code = column.code(row);
            if (code >= 0) {
                if (!known[code]) {
                    ofLevel[code] = number.applyAsDouble(column.levels().get(code));
                    known[code] = true;
                }
                out[row] = ofLevel[code];
            }
        }
        return out;
    }
}
