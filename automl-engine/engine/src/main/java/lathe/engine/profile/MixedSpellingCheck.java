package lathe.engine.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lathe.scoring.FieldType;
import lathe.scoring.StringColumn;

/// Category levels that differ only in case, blanks, dashes or dots, like `Bank transfer` and `bank-transfer`.
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
            if (field.type() != FieldType.CATEGORY || field.distinct() > MOST_LEVELS) {
                continue;
            }
            List<String> groups = groups(input.table().strings(field.name()));
            if (!groups.isEmpty()) {
                findings.add(new Finding("mixed-spelling", Severity.INFO, field.name(),
                        "Column '%s' seems to write the same value in several ways: %s.".formatted(field.name(),
                                String.join("; ", groups.subList(0, Math.min(SHOWN, groups.size()))))));
            }
        }
        return findings;
    }

    private static List<String> groups(StringColumn column) {
        Map<String, List<String>> spellings = new TreeMap<>();
        int[] counts = FieldProfile.counts(column);
        for (int level = 0; level < counts.length; level++) {
            String text = column.levels().get(level);
            String plain = text.toLowerCase(Locale.ROOT).replaceAll("[\\s_.\\-]+", "");
            if (counts[level] > 0 && plain.chars().anyMatch(Character::isLetter)) {
                spellings.computeIfAbsent(plain, key -> new ArrayList<>()).add("'" + text + "'");
            }
        }
        return spellings.values().stream().filter(group -> group.size() > 1).map(group -> String.join(", ", group)).toList();
    }
}
