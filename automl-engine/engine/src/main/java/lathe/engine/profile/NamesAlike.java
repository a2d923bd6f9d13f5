package lathe.engine.profile;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Columns of two tables that seem to be the same by their names: equal ones first, then those that differ in capitals, accents and
/// marks between words, then in the order of words, then by one slip of a letter.
final class NamesAlike {

    private static final int SHORTEST = 6;
    private static final Pattern WORDS = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|[\\s_.,;:'\"()\\-/]+");

    private NamesAlike() { }

    /// Names of the second list by those of the first, in its order; each is used once.
    static Map<String, String> pairs(List<String> one, List<String> other) {
        Map<String, String> pairs = new LinkedHashMap<>();
        List<BiPredicate<String, String>> ways = List.of(String::equals, (a, b) -> Spellings.plain(a).equals(Spellings.plain(b)),
                (a, b) -> words(a).equals(words(b)), NamesAlike::slip);
        for (BiPredicate<String, String> way : ways) {
            for (String name : one) {
                List<String> close = pairs.containsKey(name) ? List.of()
                        : other.stream().filter(each -> !pairs.containsValue(each) && way.test(name, each)).toList();
                // Two that fit are one too many to be sure.
                if (close.size() == 1) {
                    pairs.put(name, close.getFirst());
                }
            }
        }
        Map<String, String> inOrder = new LinkedHashMap<>();
        one.stream().filter(pairs::containsKey).forEach(name -> inOrder.put(name, pairs.getOrDefault(name, "")));
        return Collections.unmodifiableMap(inOrder);
    }

    private static Set<String> words(String name) {
        return Arrays.stream(WORDS.split(name)).map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    private static boolean slip(String one, String other) {
        String a = Spellings.plain(one);
        String b = Spellings.plain(other);
        return Math.min(a.length(), b.length()) >= SHORTEST && Spellings.oneTypo(a, b);
    }
}
