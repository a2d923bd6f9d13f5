package lathe.engine.data;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Texts that people and programs write where there is no value.
final class MissingWords {

    // Mean "no value" in whatever column they stand.
    private static final Set<String> ALWAYS = Set.of("NA", "N/A", "n/a", "N.A.", "n.a.", "#N/A", "#NA", "<NA>", "NaN", "nan", "-nan",
            "-NaN", "NULL", "null", "Null", "(null)", "\\N", "-", "--", "---", "\u2013", "\u2014", "?", "??", "k.A.", "k. A.",
            "#NV", "#VALUE!", "#REF!", "#DIV/0!", "1.#QNAN", "-1.#IND", "1.#IND", "-1.#QNAN");

    // Words of a language too: a class may be called so, a number may not.
    private static final Set<String> AMONG_NUMBERS = Set.of("None", "none", "NONE", "nil", "Nil", "na", "Na", "n.d.", "nd", ".",
            "*", "missing", "Missing", "unknown", "Unknown", "#N/V", "keine Angabe", "k.a.");

    private static final Set<String> INFINITIES = Set.of("inf", "infinity", "1.#inf", "\u221e");

    private MissingWords() {
    }

    /// No word here ends in a digit, nearly every number does.
    private static boolean endsInDigit(String text) {
        char last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
        return last >= '0' && last <= '9';
    }

    /// The words for "no value" in whatever column, but for dashes, which may be signs.
    static Set<String> wordsOfAnyColumn() {
        return ALWAYS.stream().filter(word -> !word.startsWith("-")).collect(Collectors.toSet());
    }

    static boolean always(String text) {
        if (endsInDigit(text)) {
            return false;
        }
        String trimmed = text.strip();
        return trimmed.isEmpty() || ALWAYS.contains(trimmed);
    }

    static boolean amongNumbers(String text) {
        return !endsInDigit(text) && (always(text) || AMONG_NUMBERS.contains(text.strip()));
    }

    static boolean infinity(String text) {
        if (endsInDigit(text)) {
            return false;
        }
        String trimmed = text.strip().toLowerCase(Locale.ROOT);
        boolean signed = trimmed.startsWith("-") || trimmed.startsWith("+");
        return INFINITIES.contains(signed ? trimmed.substring(1) : trimmed);
    }
}
