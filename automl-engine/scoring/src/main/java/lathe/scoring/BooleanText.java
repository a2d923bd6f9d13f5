package lathe.scoring;

import org.jspecify.annotations.Nullable;

/// Reads booleans in the two texts of their column; `true` and `false` are always understood. Case does not matter.
final class BooleanText {

    private final String yes;
    private final String no;

    /// @param format `true-text|false-text`, or empty
    BooleanText(String format) {
        int bar = format.indexOf('|');
        boolean sound = format.isEmpty() || (bar > 0 && bar < format.length() - 1 && format.indexOf('|', bar + 1) < 0);
        if (!sound) {
            throw new IllegalArgumentException("a boolean's format must be 'true-text|false-text' or empty, was '%s'".formatted(format));
        }
        yes = format.isEmpty() ? "true" : format.substring(0, bar);
        no = format.isEmpty() ? "false" : format.substring(bar + 1);
    }

    String expected() {
        return "'%s' or '%s'".formatted(yes, no);
    }

    /// `true` or `false`, or `null` if the text is neither.
    @Nullable String read(String text) {
        if (text.equalsIgnoreCase(yes)) {
            return "true";
        }
        if (text.equalsIgnoreCase(no)) {
            return "false";
        }
        if (text.equalsIgnoreCase("true")) {
            return "true";
        }
        return text.equalsIgnoreCase("false") ? "false" : null;
    }
}
