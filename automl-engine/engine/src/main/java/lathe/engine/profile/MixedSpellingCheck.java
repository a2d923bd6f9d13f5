package lathe.engine.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lathe.scoring.FieldType;
import lathe.scoring.StringColumn;

/// Category levels that are the same value in several spellings, like `Bank transfer`, `bank-transfer` and `Bank trasnfer`.
final class MixedSpellingCheck implements ProfileCheck {

    private static final int MOST_LEVELS = 5000;
    private static final int SHOWN = 3;

    @Override
    public String id() {
        return "mixed-spelling";
    }

    @Override
    public List<Finding> check(ProfileInput input) {
        List<Finding> findings = new ArrayList<>();
        for (FieldProfile field : input.fields()) {
            if (field.type() != FieldType.CATEGORY || field.distinct() > MOST_LEVELS || field.distinct() > 0.9 * field.count()) {
                continue;
            }
            List<List<LevelCount>> groups = new Spellings(levels(input.table().strings(field.name()))).groups();
            if (!groups.isEmpty()) {
                List<String> shown = groups.stream().map(MixedSpellingCheck::written).toList();
                int rows = groups.stream().flatMap(group -> group.stream().skip(1)).mapToInt(LevelCount::count).sum();
                Stream<Treatment> single = groups.stream().limit(50)
                        .map(group -> Treatment.of(Treatment.Action.MERGE, group.stream().map(LevelCount::text).toList()));
                Treatment[] merges = Stream.concat(Stream.of(Treatment.step("merge_spellings")), single).toArray(Treatment[]::new);
                findings.add(new Finding("mixed-spelling", Severity.INFO, field.name(),
                        "Column '%s' seems to write the same value in several ways: %s.".formatted(field.name(),
                                String.join("; ", shown.subList(0, Math.min(SHOWN, shown.size())))))
                        .figure("groups", groups.size()).figure("rows", rows).withValues(shown).kept(merges));
            }
        }
        return findings;
    }

    private static String written(List<LevelCount> group) {
        return String.join(", ", group.stream().limit(6).map(level -> "'" + Shown.of(level.text()) + "'").toList());
    }

    private static List<LevelCount> levels(StringColumn column) {
        int[] counts = FieldProfile.counts(column);
        List<LevelCount> levels = new ArrayList<>();
        for (int level = 0; level < counts.length; level++) {
            if (counts[level] > 0) {
                levels.add(new LevelCount(column.levels().get(level), counts[level]));
            }
        }
        return levels;
    }
}
