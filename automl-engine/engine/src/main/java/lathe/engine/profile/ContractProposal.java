package lathe.engine.profile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lathe.engine.data.ColumnRule;
import lathe.scoring.FieldType;

/// A contract that a table keeps, with room for rows to come: a beginning for people who know what is really allowed.
///
/// Every column has its type. Numbers may lie [#MARGIN] of their range outside of what was seen, though not below or above zero
/// where none was; dates get no range, because new rows are later ones. Categories of at most [#MOST_LEVELS] levels, with
/// [#ROWS_PER_LEVEL] rows or more for each on average, are held to these. Columns without a gap are required, those that name
/// the row are unique.
public final class ContractProposal {

    public static final double MARGIN = 0.1;
    public static final int MOST_LEVELS = FieldProfile.TOP;
    public static final int ROWS_PER_LEVEL = 10;

    private ContractProposal() {
    }

    /// @param estimated names of columns whose numbers of different values are estimated; empty where all rows were at hand
    public static Map<String, ColumnRule> of(TableProfile profile, Set<String> estimated) {
        Map<String, ColumnRule> rules = new TreeMap<>();
        profile.fields().forEach(field -> rules.put(field.name(), rule(field, !estimated.contains(field.name()))));
        return rules;
    }

    private static ColumnRule rule(FieldProfile field, boolean exact) {
        String type = field.type().name().toLowerCase(Locale.ROOT);
        boolean required = field.count() > 0 && field.missing() == 0;
        boolean unique = exact && required && field.distinct() == field.count() && IdentifierCheck.namesRows(field);
        NumberSummary numbers = field.numbers();
        ColumnRule rule = ColumnRule.NONE.withType(type).withRequired(required).withUnique(unique);
        if (numbers != null && !unique) {
            return rule.withMin(low(numbers)).withMax(high(numbers));
        }
        boolean few = exact && field.type() == FieldType.CATEGORY && field.distinct() <= MOST_LEVELS
                && field.top().size() == field.distinct() && field.count() >= (long) ROWS_PER_LEVEL * field.distinct();
        return few ? rule.withLevels(sorted(field.top())) : rule;
    }

    private static List<String> sorted(Collection<LevelCount> levels) {
        return levels.stream().map(LevelCount::text).sorted().toList();
    }

    private static String low(NumberSummary numbers) {
        double low = numbers.min() - MARGIN * range(numbers);
        return numbers.min() >= 0 && low < 0 ? "0" : rounded(low, numbers, RoundingMode.FLOOR);
    }

    private static String high(NumberSummary numbers) {
        double high = numbers.max() + MARGIN * range(numbers);
        return numbers.max() <= 0 && high > 0 ? "0" : rounded(high, numbers, RoundingMode.CEILING);
    }

    // Of a column of one value its size counts.
    private static double range(NumberSummary numbers) {
        double range = numbers.max() - numbers.min();
        return range > 0 ? range : numbers.max() == 0 ? 1 : Math.abs(numbers.max());
    }

    // Outwards, to two digits of the range: 18 to 94 becomes 10 to 102.
    private static String rounded(double bound, NumberSummary numbers, RoundingMode outwards) {
        double range = range(numbers);
        if (!Double.isFinite(bound) || !Double.isFinite(range)) {
            return "";
        }
        int digits = 1 - (int) Math.floor(Math.log10(range));
        BigDecimal exact = BigDecimal.valueOf(bound).setScale(numbers.whole() ? Math.min(0, digits) : digits, outwards);
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }
}
