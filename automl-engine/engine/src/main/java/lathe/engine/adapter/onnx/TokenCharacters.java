package lathe.engine.adapter.onnx;

import java.util.Locale;

/// The characters of a token, spelt out as code point ranges of a regular expression in RE2's syntax.
///
/// A graph that said `\pL` would follow the Unicode tables of whichever runtime reads it; spelt out, it follows those of
/// [lathe.scoring.step.TextVector] when it was written.
final class TokenCharacters {

    static final String RANGES = ranges();

    private TokenCharacters() {
    }

    private static String ranges() {
        StringBuilder out = new StringBuilder();
        int start = -1;
        for (int c = Character.MIN_CODE_POINT; c <= Character.MAX_CODE_POINT + 1; c++) {
            boolean inside = c <= Character.MAX_CODE_POINT && isToken(c);
            if (inside && start < 0) {
                start = c;
            } else if (!inside && start >= 0) {
                out.append(String.format(Locale.ROOT, "\\x{%x}-\\x{%x}", start, c - 1));
                start = -1;
            }
        }
        return out.toString();
    }

    private static boolean isToken(int c) {
        int type = Character.getType(c);
        boolean digit = type == Character.DECIMAL_DIGIT_NUMBER || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
        return c == '_' || Character.isLetter(c) || digit;
    }
}
