package lathe.engine.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import lathe.scoring.FieldType;

/// Columns that name their row: a text of its own in (nearly) every row, or whole numbers that are all different and either
/// count up without gaps worth speaking of or are called like a number of something.
final class IdentifierCheck implements ProfileCheck {

    private static final int FEWEST_ROWS = 30;
    private static final double NEARLY_ALL = 0.99;
    private static final double DENSE = 1.2;
    private static final double MOST_WORDS = 2.5;
    private static final Pattern NAMED = Pattern.compile("(.*[^a-z])?(id|ids|key|nr|no|uuid|guid|index|instant|number|nummer|row)");

    @Override
    public String id() {
        return "identifier";
    }

    @Override
    public List<Finding> check(ProfileInput input) {
        List<Finding> findings = new ArrayList<>();
        for (FieldProfile field : input.features()) {
            if (namesRows(field)) {
                findings.add(new Finding("identifier", Severity.WARNING, field.name(),
                        "Column '%s' has a value of its own in %s of the rows; it names the row and cannot help with new ones."
                                .formatted(field.name(), Percent.of(field.distinct() / (double) field.count())))
                        .figure("distinct-share", field.distinct() / (double) field.count())
                        .withValues(field.top().stream().map(LevelCount::text).toList())
                        .treated(Treatment.of(Treatment.Action.LEAVE_OUT), Treatment.of(Treatment.Action.KEEP)));
            }
        }
        return findings;
    }

    static boolean namesRows(FieldProfile field) {
        if (field.count() < FEWEST_ROWS) {
            return false;
        }
        NumberSummary numbers = field.numbers();
        if (numbers != null) {
            boolean dense = numbers.max() - numbers.min() + 1 <= DENSE * field.count();
            return field.distinct() == field.count() && numbers.whole() && (dense || isNamedSo(field.name()));
        }
        boolean words = field.type() == FieldType.CATEGORY || field.type() == FieldType.TEXT;
        return words && field.distinct() >= NEARLY_ALL * field.count() && wordsOf(field) <= MOST_WORDS;
    }

    /// `customerID`, `customer_id` and `id`, but not `paid`.
    private static boolean isNamedSo(String name) {
        String parted = name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT).strip();
        return NAMED.matcher(parted).matches();
    }

    private static double wordsOf(FieldProfile field) {
        return field.top().stream().mapToInt(level -> level.text().strip().split("\\s+").length).average().orElse(0);
    }
}
