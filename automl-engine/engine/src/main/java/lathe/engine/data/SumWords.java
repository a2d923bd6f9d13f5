package lathe.engine.data;

import java.util.Locale;
import java.util.regex.Pattern;

/// Words that begin a row of sums under a table.
public final class SumWords {

    private static final String WORDS = "(grand |sub)?(sum|total|totals|summe|gesamt|gesamtsumme|zwischensumme|average|mean|mittelwert|durchschnitt)";
    private static final Pattern BEGINS = Pattern.compile(WORDS + "\\b.*");
    private static final Pattern ALONE = Pattern.compile(WORDS + "( (of|der|aller) .*| all| overall| general)?\\s*[:.]?");
    private static final String FIRST_LETTERS = "stgzamd";
    private static final int LONGEST = 60;

    private SumWords() {
    }

    /// Whether a text begins with such a word.
    public static boolean begins(String text) {
        return mayBegin(text) && BEGINS.matcher(text.strip().toLowerCase(Locale.ROOT)).matches();
    }

    /// Whether a text is such a word and not the name of something that begins with it.
    public static boolean is(String text) {
        return mayBegin(text) && text.length() <= LONGEST && ALONE.matcher(text.strip().toLowerCase(Locale.ROOT)).matches();
    }

    // Asked of every row, so that hardly any needs the pattern.
    private static boolean mayBegin(String text) {
        if (text.isEmpty()) {
            return false;
        }
        char first = text.charAt(0);
        return Character.isWhitespace(first) || FIRST_LETTERS.indexOf(first | 0x20) >= 0;
    }
}
