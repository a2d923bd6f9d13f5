package lathe.engine.data;

import java.util.List;
import lathe.scoring.CellParser;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Role;

/// How a column writes its numbers. Its [#format] is what [Field] stores.
public final class NumberStyle {

    /// `-1234.5e3`: decimal point, nothing between thousands.
    public static final NumberStyle PLAIN = new NumberStyle("", '.');
    /// `1,234.5`: decimal point; thousands may be set off by a comma, a blank or an apostrophe.
    public static final NumberStyle POINT = new NumberStyle(".", '.');
    /// `1.234,5`: decimal comma; thousands may be set off by a point, a blank or an apostrophe.
    public static final NumberStyle COMMA = new NumberStyle(",", ',');

    private final String format;
    private final char mark;
    private final CellParser parser;

    private NumberStyle(String format, char mark) {
        this.format = format;
        this.mark = mark;
        this.parser = new CellParser(new Field("number", FieldType.NUMBER, Role.FEATURE, format, List.of()));
    }

    public String format() {
        return format;
    }

    /// The number a text means, as [CellParser] reads it; `NaN` if it is none in this style. While the style is still
    /// being found, a group of thousands after a leading zero does not count: `0,123` can only be a fraction.
    public double parse(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty() || !startsLikeNumber(trimmed)) {
            return Double.NaN;
        }
        double value = parser.number(trimmed);
        return value == CellParser.UNREADABLE || zeroGroup(trimmed) ? Double.NaN : value;
    }

    private static boolean startsLikeNumber(String text) {
        char first = text.charAt(0);
        return first >= '0' && first <= '9' || "+-\u2212.,".indexOf(first) >= 0;
    }

    private boolean zeroGroup(String text) {
        int from = Character.isDigit(text.charAt(0)) ? 0 : 1;
        int next = from + 1;
        return next < text.length() && text.charAt(from) == '0' && (text.charAt(next) | 0x20) != 'e'
                && !Character.isDigit(text.charAt(next)) && text.charAt(next) != mark;
    }

    /// The shortest neutral text of a number: whole numbers without a fraction part.
    public static String write(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return Double.toString(value);
    }
}
