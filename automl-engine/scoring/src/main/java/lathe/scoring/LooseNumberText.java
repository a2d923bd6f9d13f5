package lathe.scoring;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads numbers as people write them among other texts: `about 15` and `<5` by their number, `1.2k` and `3 million` in full.
/// Ranges, words and numbers with units are unreadable.
final class LooseNumberText implements NumberReading {

    private static final int LONGEST = 60;
    // Longer ones before those they begin with.
    private static final List<String> BEFORE = List.of("approximately", "approx.", "approx", "around", "about", "circa", "ca.", "ca", "c.",
            "ungef\u00E4hr", "etwa", "rund", "at least", "at most", "more than", "less than", "over", "under", "mindestens", "h\u00F6chstens",
            "\u00FCber", "unter", "<=", ">=", "<", ">", "\u2264", "\u2265", "~", "\u2248");
    private static final Map<String, Double> BEHIND = Map.ofEntries(Map.entry("k", 1e3), Map.entry("thousand", 1e3), Map.entry("tsd", 1e3),
            Map.entry("tsd.", 1e3), Map.entry("tausend", 1e3), Map.entry("mn", 1e6), Map.entry("mio", 1e6), Map.entry("mio.", 1e6),
            Map.entry("million", 1e6), Map.entry("millionen", 1e6), Map.entry("bn", 1e9), Map.entry("+", 1.0));

    private final NumberText numbers;

    LooseNumberText(NumberText numbers) {
        this.numbers = numbers;
    }

    @Override
    public boolean isLenient() {
        return true;
    }

    @Override
    public String expected() {
        return numbers.expected();
    }

    @Override
    public double read(String text) {
        double plain = numbers.read(text);
        if (plain != CellParser.UNREADABLE || text.length() > LONGEST) {
            return plain;
        }
        String rest = withoutBefore(text.toLowerCase(Locale.ROOT));
        int end = lastDigit(rest) + 1;
        double factor = BEHIND.getOrDefault(rest.substring(end).strip(), end == rest.length() ? 1.0 : Double.NaN);
        double value = numbers.read(rest.substring(0, end));
        return value == CellParser.UNREADABLE || Double.isNaN(factor) ? CellParser.UNREADABLE : factor == 1 ? value : NumberReading.rounded(value * factor);
    }

    // A word before a number ends with a blank, a sign need not.
    private static String withoutBefore(String text) {
        for (String word : BEFORE) {
            if (text.startsWith(word) && (!Character.isLetter(word.charAt(word.length() - 1)) || text.startsWith(" ", word.length()))) {
                return text.substring(word.length()).strip();
            }
        }
        return text;
    }

    private static int lastDigit(String text) {
        int at = text.length() - 1;
        while (at >= 0 && (text.charAt(at) < '0' || text.charAt(at) > '9')) {
            at--;
        }
        return at;
    }
}
