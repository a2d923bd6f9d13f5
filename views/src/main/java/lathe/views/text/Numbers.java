package lathe.views.text;

import java.text.NumberFormat;
import java.text.ParsePosition;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.OptionalDouble;

/// Numbers and dates as the user's locale writes them. For the window only: files are neutral.
public final class Numbers {

    private static final double LEAST_PLAIN = 1e-4;
    private static final double MOST_PLAIN = 1e15;

    private final Locale locale;
    private final DateTimeFormatter dates;

    public Numbers(Locale locale) {
        this.locale = locale;
        this.dates = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(locale)
                .withZone(ZoneId.systemDefault());
    }

    public String whole(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    /// With exactly that many digits behind the mark.
    public String fixed(double value, int digits) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(value);
    }

    /// With about that many digits in all; thousands are never rounded away.
    public String significant(double value, int digits) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        double size = Math.abs(value);
        if (size != 0 && (size < LEAST_PLAIN || size >= MOST_PLAIN)) {
            return String.format(locale, "%." + Math.max(0, digits - 1) + "e", value);
        }
        int before = size < 1 ? 1 : (int) Math.floor(Math.log10(size)) + 1;
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(Math.max(0, size < 1 ? digits : digits - before));
        return format.format(value);
    }

    /// A share as per cent.
    ///
    /// @param share from 0 to 1
    public String percent(double share, int digits) {
        if (!Double.isFinite(share)) {
            return "–";
        }
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(share);
    }

    /// Minutes and seconds, `1:05`; with hours where there are any.
    public String clock(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        return seconds < 3600 ? String.format(locale, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(locale, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    public String moment(Instant instant) {
        return dates.format(instant);
    }

    /// Reads a number as the locale writes it; `NaN` for a blank text, nothing for what is no number.
    public OptionalDouble parse(String text) {
        String plain = text.strip().replace("−", "-").replace("\u00A0", "").replace("\u202F", "").replace(" ", "");
        if (plain.isEmpty()) {
            return OptionalDouble.of(Double.NaN);
        }
        String number = plain.startsWith("+") ? plain.substring(1) : plain;
        ParsePosition at = new ParsePosition(0);
        Number read = NumberFormat.getNumberInstance(locale).parse(number, at);
        boolean whole = read != null && at.getIndex() == number.length() && Double.isFinite(read.doubleValue());
        return whole ? OptionalDouble.of(read.doubleValue()) : OptionalDouble.empty();
    }

    /// Writes a number for a field, so that [#parse] reads it again; empty for `NaN`.
    public String field(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(10);
        return format.format(value);
    }
}
