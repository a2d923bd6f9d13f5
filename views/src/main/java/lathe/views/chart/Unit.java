package lathe.views.chart;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/// What the numbers of an axis are, and how one of them is written for the user.
public enum Unit {
    /// Any number.
    NUMBER,
    /// Whole things counted.
    COUNT,
    /// A share; 0.1 is written as ten per cent.
    PERCENT,
    /// Seconds that passed.
    SECONDS,
    /// A moment, in seconds since 1970 in UTC.
    DATE;

    private static final int DIGITS = 4;
    private static final double MINUTES_FROM = 120;
    private static final double WEEK = 7 * 86_400;
    private static final String MINUS = "−";

    /// One value in the user's locale; a dash if it is missing.
    public String text(double value, Locale locale) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        return switch (this) {
            case NUMBER -> significant(value, locale);
            case COUNT -> fixed(value, value == Math.rint(value) ? 0 : 1, locale);
            case PERCENT -> percent(value, Math.abs(value) < 0.01 ? 2 : 1, locale);
            case SECONDS -> seconds(value, locale);
            case DATE -> date(value, locale);
        };
    }

    /// One change, always with its sign.
    public String change(double value, Locale locale) {
        return (value < 0 ? MINUS : "+") + text(Math.abs(value), locale);
    }

    /// A value on an axis whose ticks are `step` apart: all ticks get equally many digits.
    String tick(double value, double step, Locale locale) {
        return switch (this) {
            case NUMBER -> Math.abs(value) >= 1e7 || step < 1e-6 ? significant(value, locale)
                    : fixed(value, digits(step), locale);
            case COUNT -> fixed(value, digits(step), locale);
            case PERCENT -> percent(value, digits(step * 100), locale);
            case SECONDS -> seconds(value, locale);
            case DATE -> step > WEEK ? month(value, locale) : date(value, locale);
        };
    }

    private static String month(double seconds, Locale locale) {
        return DateTimeFormatter.ofPattern("MMM uuuu", locale)
                .format(Instant.ofEpochSecond((long) seconds).atZone(ZoneOffset.UTC));
    }

    private static int digits(double step) {
        return Math.clamp((int) Math.ceil(-Math.log10(step) - 1e-9), 0, 6);
    }

    private static String fixed(double value, int digits, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return minus(format.format(value + 0.0));
    }

    private static String percent(double share, int most, Locale locale) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(most);
        return minus(format.format(share + 0.0));
    }

    private static String significant(double value, Locale locale) {
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-4 || size >= 1e10)) {
            return minus(String.format(locale, "%.2e", value));
        }
        int before = size < 1 ? 0 : (int) Math.floor(Math.log10(size)) + 1;
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(Math.max(0, DIGITS - before));
        return minus(format.format(value + 0.0));
    }

    private static String seconds(double value, Locale locale) {
        if (Math.abs(value) < MINUTES_FROM) {
            NumberFormat format = NumberFormat.getNumberInstance(locale);
            format.setMaximumFractionDigits(Math.abs(value) < 10 ? 1 : 0);
            return minus(format.format(value + 0.0)) + " s";
        }
        long whole = Math.round(value);
        if (whole < 3600) {
            return whole % 60 == 0 ? whole / 60 + " min" : "%d:%02d min".formatted(whole / 60, whole % 60);
        }
        return "%d:%02d h".formatted(whole / 3600, whole / 60 % 60);
    }

    private static String date(double seconds, Locale locale) {
        ZonedDateTime moment = Instant.ofEpochSecond((long) Math.floor(seconds)).atZone(ZoneOffset.UTC);
        DateTimeFormatter format = moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);
        return format.withLocale(locale).format(moment);
    }

    private static String minus(String written) {
        return written.startsWith("-") ? MINUS + written.substring(1) : written;
    }
}
