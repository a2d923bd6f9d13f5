package lathe.scoring;

/// Reads numbers written with a decimal mark and thousands separators.
///
/// With a decimal mark given, the other of `.` and `,`, the apostrophe and blanks may separate thousands: groups of
/// three digits, or of two before the last three as in India, all with the same separator. Without one, the neutral
/// form is read: digits, one point, an exponent.
final class NumberText implements NumberReading {

    private static final String APOSTROPHES = "'\u2019";
    private static final String BLANKS = " \u00A0\u2007\u202F\u2009";
    private static final int LONGEST = 400;

    private final char decimal;
    private final String separators;

    /// @param format `.`, `,` or empty
    NumberText(String format) {
        switch (format) {
            case "" -> {
                decimal = '.';
                separators = "";
            }
            case "." -> {
                decimal = '.';
                separators = "," + APOSTROPHES + BLANKS;
            }
            case "," -> {
                decimal = ',';
                separators = "." + APOSTROPHES + BLANKS;
            }
            default -> throw new IllegalArgumentException("a number's format must be '.', ',', such as '. in kg' or '. among texts', or empty, was '%s'".formatted(format));
        }
    }

    @Override
    public boolean isLenient() {
        return false;
    }

    @Override
    public String expected() {
        if (separators.isEmpty()) {
            return "a number such as 1234.5";
        }
        return decimal == ',' ? "a number such as 1.234,5" : "a number such as 1,234.5";
    }

    @Override
    public double read(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return CellParser.UNREADABLE;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int at = sign(text, plain);
        at = whole(text, at, plain);
        if (at < 0) {
            return CellParser.UNREADABLE;
        }
        if (at < text.length() && text.charAt(at) == decimal) {
            plain.append('.');
            at = digits(text, at + 1, plain);
        }
        boolean anyDigit = plain.chars().anyMatch(Character::isDigit);
        at = exponent(text, at, plain);
        if (!anyDigit || at != text.length()) {
            return CellParser.UNREADABLE;
        }
        double value = Double.parseDouble(plain.toString());
        return Double.isInfinite(value) ? CellParser.UNREADABLE : value;
    }

    private static int sign(String text, StringBuilder plain) {
        return switch (text.charAt(0)) {
            case '-', '\u2212' -> {
                plain.append('-');
                yield 1;
            }
            case '+' -> 1;
            default -> 0;
        };
    }

    // The position after the whole part, or -1 if its groups are not those of thousands.
    private int whole(String text, int from, StringBuilder plain) {
        int at = digits(text, from, plain);
        if (at == text.length() || separators.indexOf(text.charAt(at)) < 0) {
            return at;
        }
        char separator = text.charAt(at);
        if (at - from < 1 || at - from > 3) {
            return -1;
        }
        int group = 0;
        while (at < text.length() && text.charAt(at) == separator) {
            int end = digits(text, at + 1, plain);
            group = end - at - 1;
            if (group != 2 && group != 3) {
                return -1;
            }
            at = end;
        }
        return group == 3 ? at : -1;
    }

    private static int digits(String text, int from, StringBuilder plain) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            plain.append(text.charAt(at));
            at++;
        }
        return at;
    }

    private static int exponent(String text, int from, StringBuilder plain) {
        if (from >= text.length() || (text.charAt(from) != 'e' && text.charAt(from) != 'E')) {
            return from;
        }
        plain.append('e');
        int at = from + 1;
        if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
            plain.append(text.charAt(at));
            at++;
        }
        int end = digits(text, at, plain);
        return end == at ? -1 : end;
    }
}
