package lathe.engine.prepare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lathe.scoring.StringColumn;

/// A value of a column, for a person who says which values mean the same.
///
/// @param value  as it is mostly written
/// @param rows   that hold it
/// @param likely the commonest of those that differ by accents, blanks or punctuation only; empty if it is that one
public record LikelyMerge(String value, int rows, String likely) {

    /// The values of a column, groups of likely merges first, the commonest value of each at its beginning. Values that differ by
    /// case and outer blanks only are one everywhere, so here, too.
    ///
    /// @param most how many
    public static List<LikelyMerge> of(StringColumn column, int most) {
        Map<String, String> likely = new HashMap<>();
        LevelCounts.merged(column).levels.forEach(group -> group.spellings().forEach(spelling -> likely.put(spelling, group.name())));
        Map<String, List<LikelyMerge>> groups = new HashMap<>();
        for (LevelCounts.Level level : new LevelCounts(column).levels) {
            String group = likely.getOrDefault(level.name(), level.name());
            boolean same = LevelCounts.key(group).equals(LevelCounts.key(level.name()));
            groups.computeIfAbsent(group, some -> new ArrayList<>()).add(new LikelyMerge(level.name(), level.count(), same ? "" : group));
        }
        Comparator<LikelyMerge> commonest = Comparator.comparingInt(LikelyMerge::rows).reversed().thenComparing(LikelyMerge::value);
        groups.values().forEach(group -> group.sort(Comparator.comparing((LikelyMerge one) -> !one.likely().isEmpty()).thenComparing(commonest)));
        return groups.values().stream()
                .sorted(Comparator.comparing((List<LikelyMerge> group) -> group.size() == 1).thenComparing(List::getFirst, commonest))
                .flatMap(List::stream).limit(most).toList();
    }
}
