package lathe.engine.data;

/// How a column writes its numbers. Its [#format] is what [lathe.scoring.Field] stores.
public enum NumberStyle {
    /// `-1234.5e3`: decimal point, nothing between thousands.
    PLAIN("", '.', ""),
    /// `1,234.5`: decimal point; thousands may be set off by a comma, a blank or an apostrophe.
    POINT(".", '.', ",'\u2019 \u00A0\u202F"),
    /// `1.234,5`: decimal comma; thousands may be set off by a point, a blank or an apostrophe.
    COMMA(",", ',', ".'\u2019 \u00A0\u202F");

    private final String format;
    private final char mark;
    private final String groupMarks;

    NumberStyle(String format, char mark, String groupMarks) {
        this.format = format;
        this.mark = mark;
        this.groupMarks = groupMarks;
    }

    public String format() {
        return format;
    }

    /// The style of a field's format; anything unknown is [#PLAIN].
    public static NumberStyle ofFormat(String format) {
        return switch (format) {
            case "." -> POINT;
            case "," -> COMMA;
            default -> PLAIN;
        };
    }

    /// The number a text means; `NaN` if it is none in this style. Words for infinity are none, nor is a number beyond
    /// the range of `double`.
    public double parse(String text) {
        String trimmed = text.strip();
        int end = trimmed.length();
        if (end == 0 || end > 400) {
            return Double.NaN;
        }
        StringBuilder neutral = new StringBuilder(end);
        int at = sign(trimmed, neutral);
        int digitsFrom = at;
        at = whole(trimmed, at, neutral);
        boolean digits = at > digitsFrom;
        if (at < end && trimmed.charAt(at) == mark) {
            int afterMark = at + 1;
            neutral.append('.');
            at = digits(trimmed, afterMark, neutral);
            digits |= at > afterMark;
        }
        if (!digits) {
            return Double.NaN;
        }
        at = exponent(trimmed, at, neutral);
        if (at != end) {
            return Double.NaN;
        }
        double value = Double.parseDouble(neutral.toString());
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    private static int sign(String text, StringBuilder neutral) {
        char first = text.charAt(0);
        if (first == '-' || first == '\u2212') {
            neutral.append('-');
            return 1;
        }
        return first == '+' ? 1 : 0;
    }

    /// Digits before the mark, in groups of three if they are grouped at all. A group never starts with zero: `0,123`
    /// can only be a fraction.
    private int whole(String text, int from, StringBuilder neutral) {
        int at = digits(text, from, neutral);
        int first = at - from;
        if (first < 1 || first > 3 || text.charAt(from) == '0' || at >= text.length()) {
            return at;
        }
        char group = text.charAt(at);
        if (groupMarks.indexOf(group) < 0) {
            return at;
        }
        while (at < text.length() && text.charAt(at) == group && digitRun(text, at + 1) == 3) {
            at = digits(text, at + 1, neutral);
        }
        return at;
    }

    private static int digitRun(String text, int from) {
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at - from;
    }

    private static int digits(String text, int from, StringBuilder neutral) {
        int at = from + digitRun(text, from);
        neutral.append(text, from, at);
        return at;
    }

    private static int exponent(String text, int from, StringBuilder neutral) {
        if (from >= text.length() || (text.charAt(from) | 0x20) != 'e') {
            return from;
        }
        int at = from + 1;
        boolean signed = at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+');
        int digitsFrom = signed ? at + 1 : at;
        int run = digitRun(text, digitsFrom);
        if (run == 0 || run > 5) {
            return from;
        }
        neutral.append('e').append(text, at, digitsFrom + run);
        return digitsFrom + run;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// The shortest neutral text of a number: whole numbers without a fraction part.
    public static String write(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return Double.toString(value);
    }
}
