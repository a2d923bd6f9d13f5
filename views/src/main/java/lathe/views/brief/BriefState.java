package lathe.views.brief;

import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import lathe.engine.track.Brief;

/// What the form shows: the brief of the project, and what was typed into a number field but is no number.
///
/// @param brief as it is saved
/// @param wrong texts that could not be read, by field; such a field keeps its former value in the brief
record BriefState(Brief brief, Map<BriefNumber, String> wrong) {

    static final BriefState EMPTY = new BriefState(Brief.EMPTY, Map.of());

    BriefState {
        EnumMap<BriefNumber, String> copy = new EnumMap<>(BriefNumber.class);
        copy.putAll(wrong);
        wrong = Collections.unmodifiableMap(copy);
    }

    /// The brief was changed here or taken back; what was wrong in a field stays until it is mended.
    BriefState with(Brief now) {
        return new BriefState(now, wrong);
    }

    BriefState withWrong(BriefNumber field, String text) {
        EnumMap<BriefNumber, String> changed = new EnumMap<>(BriefNumber.class);
        changed.putAll(wrong);
        changed.put(field, text);
        return new BriefState(brief, changed);
    }

    BriefState withRight(BriefNumber field) {
        EnumMap<BriefNumber, String> changed = new EnumMap<>(BriefNumber.class);
        changed.putAll(wrong);
        changed.remove(field);
        return new BriefState(brief, changed);
    }

    /// Reads a number as the locale writes it; `NaN` for an empty field, nothing for what is no number.
    static OptionalDouble parse(String text, Locale locale) {
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

    /// Writes a number so that [#parse] reads it again; empty for `NaN`.
    static String write(double value, Locale locale) {
        if (Double.isNaN(value)) {
            return "";
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(10);
        return format.format(value);
    }
}
