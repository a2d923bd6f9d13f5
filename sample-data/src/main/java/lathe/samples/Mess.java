package lathe.samples;

import java.util.List;
import java.util.Locale;

/// What happens to clean values between the people who type them and the table: holes and spellings.
///
/// It has its own dice, so more or less mess never changes the rows underneath.
final class Mess {

    private final Dice dice;

    Mess(Dice dice) {
        this.dice = dice;
    }

    /// The value, or for the given share of calls one of the tokens that stand for "not known".
    String hole(String value, double share, List<String> tokens) {
        return dice.chance(share) ? dice.pick(tokens) : value;
    }

    /// The value, or for the given share of calls another spelling of it: capitals, a blank behind it, or both.
    String spelling(String value, double share) {
        if (!dice.chance(share)) {
            return value;
        }
        return switch (dice.below(4)) {
            case 0 -> value.toUpperCase(Locale.ROOT);
            case 1 -> value + " ";
            case 2 -> value.substring(0, 1).toUpperCase(Locale.ROOT) + value.substring(1);
            default -> value.toUpperCase(Locale.ROOT) + " ";
        };
    }

    /// The text with two neighbouring letters swapped in the given share of its words of five letters and more.
    String typos(String text, double share) {
        String[] words = text.split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            if (words[i].length() >= 5 && dice.chance(share)) {
                int at = dice.between(1, words[i].length() - 3);
                StringBuilder word = new StringBuilder(words[i]);
                char moved = word.charAt(at);
                // Surrogates belong together: an emoji must not be torn apart.
                if (!Character.isSurrogate(moved) && !Character.isSurrogate(word.charAt(at + 1))) {
                    word.setCharAt(at, word.charAt(at + 1));
                    word.setCharAt(at + 1, moved);
                }
                words[i] = word.toString();
            }
        }
        return String.join(" ", words);
    }
}
