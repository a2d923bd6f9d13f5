package lathe.engine.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Numbers as people read them. Files for machines hold them exactly instead.
final class Figures {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Figures() {
    }

    /// About three or four digits that count: `0.857`, `12.35`, `48,310`; `–` if missing.
    static String number(double value) {
        double size = Math.abs(value);
        if (Double.isNaN(value)) {
            return "–";
        }
        if (value == 0) {
            return "0";
        }
        if (size >= 1e9 || size < 1e-4) {
            return String.format(Locale.ROOT, "%.3e", value).replace('-', '−');
        }
        return minus(String.format(Locale.ROOT, size >= 1000 ? "%,.0f" : size >= 100 ? "%.1f" : size >= 10 ? "%.2f" : size >= 0.01
                ? "%.3f" : "%.5f", value));
    }

    /// Both ends of an interval; `–` if it was not computed.
    static String range(double lower, double upper) {
        return Double.isNaN(lower) || Double.isNaN(upper) ? "–" : number(lower) + " – " + number(upper);
    }

    /// A round number on an axis: `250,000`, `0.05`, `1.2 M`.
    static String tick(double value) {
        double size = Math.abs(value);
        if (size >= 1e6 && size < 1e12) {
            return plain(size >= 1e9 ? value / 1e9 : value / 1e6) + (size >= 1e9 ? " bn" : " M");
        }
        return size >= 1000 && size < 1e6 ? whole(Math.round(value)) : size < 1e-12 ? "0" : trimmed(value);
    }

    // The shortest decimal form at six digits.
    private static String trimmed(double value) {
        return minus(BigDecimal.valueOf(value).round(new MathContext(6)).stripTrailingZeros().toPlainString());
    }

    /// A parameter: whole numbers without a point.
    static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? minus(String.format(Locale.ROOT, "%.0f", value))
                : minus(BigDecimal.valueOf(value).round(new MathContext(4)).stripTrailingZeros().toString());
    }

    /// Every digit, as machines read it; whole numbers without a point.
    static String exact(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    static String whole(long value) {
        return minus(String.format(Locale.ROOT, "%,d", value));
    }

    static String percent(double share) {
        double hundred = 100 * share;
        boolean fine = hundred > 0 && hundred < 1 || hundred > 99 && hundred < 100;
        return Double.isNaN(share) ? "–" : minus(String.format(Locale.ROOT, fine ? "%.1f %%" : "%.0f %%", hundred));
    }

    static String seconds(double seconds) {
        if (seconds < 100) {
            return String.format(Locale.ROOT, seconds < 10 ? "%.1f s" : "%.0f s", seconds);
        }
        return "%d min %02d s".formatted((long) seconds / 60, (long) seconds % 60);
    }

    static String moment(Instant instant) {
        return MOMENT.format(instant) + " UTC";
    }

    static String count(long number, String one, String many) {
        return whole(number) + " " + (number == 1 ? one : many);
    }

    private static String minus(String text) {
        return text.replace('-', '−');
    }
}
