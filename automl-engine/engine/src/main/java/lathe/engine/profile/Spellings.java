package lathe.engine.profile;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Groups the ways in which a column writes the same value.
///
/// Two ways lead into a group: the same fingerprint (case, accents, blanks and punctuation set aside, words in order, as the
/// key collision of OpenRefine), or one wrong, missing, added or swapped letter in a word of six letters or more that is
/// rare beside the other; a replaced letter counts from eight letters on, for `inland` is no `island`. Digits must agree: `route 66` and `route 67` are two values.
final class Spellings {

    private static final int MOST_TYPED = 2000;
    private static final int SHORTEST = 6;
    private static final int LONG = 8;
    private static final int LONGEST = 60;
    private static final double RARE = 0.2;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APART = Pattern.compile("(?<!\\d)[\\s_.,;:'\"()\\-]+|[\\s_.,;:'\"()\\-]+(?!\\d)");

    private final List<LevelCount> levels;
    private final Map<String, List<LevelCount>> groups = new LinkedHashMap<>();

    /// @param levels the values that occur
    Spellings(List<LevelCount> levels) {
        this.levels = levels;
    }

    /// Groups of two or more, the commonest spelling first in each.
    List<List<LevelCount>> groups() {
        for (LevelCount level : levels) {
            if (level.text().chars().anyMatch(Character::isLetter)) {
                groups.computeIfAbsent(plain(level.text()), key -> new ArrayList<>()).add(level);
            }
        }
        join(Spellings::fingerprint);
        if (groups.size() <= MOST_TYPED) {
            joinTypos();
        }
        return groups.values().stream().filter(group -> group.size() > 1)
                .map(group -> group.stream().sorted(Comparator.comparingInt(LevelCount::count).reversed().thenComparing(LevelCount::text)).toList())
                .toList();
    }

    /// Without case, accents, blanks and punctuation, but for marks between digits.
    static String plain(String text) {
        return APART.matcher(MARKS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)).replaceAll("")).replaceAll("");
    }

    /// Words in order. Marks between digits count: `1-2` is not `12`.
    private static String fingerprint(String text) {
        String bare = MARKS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)).replaceAll("");
        return String.join(" ", new TreeSet<>(Arrays.asList(APART.split(bare.strip()))));
    }

    private interface Key {
        String of(String text);
    }

    private void join(Key key) {
        Map<String, String> seen = new HashMap<>();
        for (String group : List.copyOf(groups.keySet())) {
            List<LevelCount> members = groups.getOrDefault(group, List.of());
            String into = seen.putIfAbsent(key.of(members.getFirst().text()), group);
            if (into != null) {
                merge(group, into);
            }
        }
    }

    private void merge(String group, String into) {
        List<LevelCount> members = groups.remove(group);
        List<LevelCount> others = groups.get(into);
        if (members != null && others != null) {
            others.addAll(members);
        }
    }

    private int count(String group) {
        return groups.getOrDefault(group, List.of()).stream().mapToInt(LevelCount::count).sum();
    }

    // Two texts one edit apart share a text with one letter left out, so only those need be compared (as in SymSpell).
    private void joinTypos() {
        Map<String, List<String>> shorter = new HashMap<>();
        for (String group : groups.keySet()) {
            if (group.length() >= SHORTEST && group.length() <= LONGEST) {
                Set<String> forms = new HashSet<>(Set.of(group));
                for (int i = 0; i < group.length(); i++) {
                    forms.add(group.substring(0, i) + group.substring(i + 1));
                }
                forms.forEach(form -> shorter.computeIfAbsent(form, key -> new ArrayList<>(2)).add(group));
            }
        }
        Map<String, String> into = new LinkedHashMap<>();
        for (List<String> close : shorter.values()) {
            String best = close.stream().max(Comparator.comparingInt(this::count).thenComparing(Comparator.naturalOrder())).orElseThrow();
            for (String group : close) {
                if (!group.equals(best) && count(group) <= RARE * count(best) && oneTypo(group, best)) {
                    into.merge(group, best, (a, b) -> count(a) >= count(b) ? a : b);
                }
            }
        }
        into.forEach((group, best) -> {
            if (!into.containsKey(best)) {
                merge(group, best);
            }
        });
    }

    /// Whether one letter is replaced, left out, added, or swapped with its neighbour.
    static boolean oneTypo(String one, String two) {
        int start = 0;
        int shortest = Math.min(one.length(), two.length());
        while (start < shortest && one.charAt(start) == two.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shortest - start && one.charAt(one.length() - 1 - end) == two.charAt(two.length() - 1 - end)) {
            end++;
        }
        String left = one.substring(start, one.length() - end);
        String right = two.substring(start, two.length() - end);
        boolean letters = (left + right).chars().allMatch(Character::isLetter);
        boolean swapped = left.length() == 2 && right.length() == 2 && left.charAt(0) == right.charAt(1) && left.charAt(1) == right.charAt(0);
        // A changed ending is grammar or a code as often as a slip.
        boolean inside = start > 0 && (end > 0 || swapped);
        boolean replaced = left.length() == 1 && right.length() == 1;
        return letters && inside && (swapped || left.length() + right.length() == 1 || replaced && one.length() >= LONG);
    }
}
