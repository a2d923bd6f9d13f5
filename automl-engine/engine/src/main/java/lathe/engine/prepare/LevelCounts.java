package lathe.engine.prepare;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lathe.scoring.StringColumn;

/// Levels of a text column with their counts in the training rows. Spellings that differ by case or outer blanks only
/// are one level: `Fiber`, `fiber ` and `FIBER` are the same word to everybody but a computer. Order of levels and of
/// spellings depends on the texts alone, never on the order of rows or on what other rows hold.
final class LevelCounts {

    /// One level.
    ///
    /// @param name      the commonest spelling
    /// @param spellings all spellings seen
    /// @param count     training rows
    record Level(String name, List<String> spellings, int count) {

        /// By another name, with more spellings.
        Level with(Set<String> further, String title) {
            return new Level(title, Stream.concat(spellings.stream(), further.stream()).distinct().sorted().toList(), count);
        }
    }

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    // Not between two digits.
    private static final Pattern APART = Pattern.compile("(?<!\\d)[\\s\\p{P}]+|[\\s\\p{P}]+(?!\\d)");

    final List<Level> levels;
    final int missing;
    final int[] levelOfCode;

    LevelCounts(StringColumn column) {
        this(column, LevelCounts::key);
    }

    /// Where spellings that differ by accents, blanks and punctuation are one level, too. Digits must agree: `1-2` is not `12`.
    static LevelCounts merged(StringColumn column) {
        return new LevelCounts(column, LevelCounts::bareKey);
    }

    /// Where some values are read as others, also those that training does not hold.
    ///
    /// @param values what a value is read as, by that value; no value that is read as another is among what values are read as
    static LevelCounts renamed(StringColumn column, Map<String, String> values) {
        Map<String, String> byKey = new HashMap<>();
        values.forEach((from, to) -> byKey.put(key(from), to));
        LevelCounts counts = new LevelCounts(column, text -> key(byKey.getOrDefault(key(text), text)));
        Map<String, TreeSet<String>> meant = new HashMap<>();
        values.forEach((from, to) -> meant.computeIfAbsent(key(to), some -> new TreeSet<>(List.of(to))).add(from));
        counts.levels.replaceAll(level -> {
            TreeSet<String> further = meant.get(key(byKey.getOrDefault(key(level.name()), level.name())));
            return further == null ? level : level.with(further, byKey.getOrDefault(key(level.name()), level.name()));
        });
        return counts;
    }

    private LevelCounts(StringColumn column, UnaryOperator<String> key) {
        int[] counts = new int[column.levels().size()];
        int none = 0;
        for (int row = 0; row < column.rows(); row++) {
            if (column.isMissing(row)) {
                none++;
            } else {
                counts[column.code(row)]++;
            }
        }
        missing = none;
        Map<String, List<Integer>> byKey = new TreeMap<>();
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] > 0) {
                byKey.computeIfAbsent(key.apply(column.levels().get(code)), some -> new ArrayList<>()).add(code);
            }
        }
        levels = new ArrayList<>();
        levelOfCode = new int[counts.length];
        Arrays.fill(levelOfCode, -1);
        for (List<Integer> codes : byKey.values()) {
            codes.sort(Comparator.comparing(column.levels()::get));
            int common = codes.stream().max(Comparator.comparingInt(code -> counts[code])).orElseThrow();
            codes.forEach(code -> levelOfCode[code] = levels.size());
            levels.add(new Level(column.levels().get(common),
                    codes.stream().map(code -> column.levels().get(code)).toList(),
                    codes.stream().mapToInt(code -> counts[code]).sum()));
        }
    }

    static String key(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static String bareKey(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(key(text), Normalizer.Form.NFD)).replaceAll("");
        String bare = APART.matcher(plain).replaceAll("");
        return bare.isEmpty() ? plain : bare;
    }

    /// Number of different answers of the column, missing counted as one.
    int variety() {
        return levels.size() + (missing > 0 ? 1 : 0);
    }
}
