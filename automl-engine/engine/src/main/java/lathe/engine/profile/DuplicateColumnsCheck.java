package lathe.engine.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lathe.scoring.Column;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;

/// Columns that say the same as an earlier one: equal in every row, or each value always beside the same other value.
///
/// Columns that are (nearly) all different go with any other such column, so they must be equal.
final class DuplicateColumnsCheck implements ProfileCheck {

    private static final int FEWEST_ROWS = 30;
    private static final int FEWEST_UNUSUAL = 5;
    private static final double ALL_DIFFERENT = 0.3;

    @Override
    public String id() {
        return "duplicate-columns";
    }

    @Override
    public List<Finding> check(ProfileInput input) {
        Map<Long, FieldProfile> seen = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        if (input.table().rows() < FEWEST_ROWS) {
            return findings;
        }
        for (FieldProfile field : input.features()) {
            if (field.distinct() < 2) {
                continue;
            }
            Column column = input.sample().column(field.name());
            FieldProfile earlier = seen.putIfAbsent(Arrays.hashCode(key(column, field)) * 31L + field.distinct(), field);
            if (earlier != null && unusual(column) >= FEWEST_UNUSUAL && same(input, earlier, field)) {
                boolean equal = input.table().column(field.name()).equals(input.table().column(earlier.name()));
                findings.add(new Finding("duplicate-columns", Severity.WARNING, field.name(),
                        "Column '%s' %s '%s'; one of them is enough.".formatted(field.name(),
                                equal ? "is in every row the same as" : "says in other words the same as", earlier.name()))
                        .withOthers(List.of(earlier.name())).figure("equal", equal ? 1 : 0)
                        .kept(Treatment.of(Treatment.Action.LEAVE_OUT)));
            }
        }
        return findings;
    }

    private static boolean same(ProfileInput input, FieldProfile one, FieldProfile two) {
        return one.missing() == two.missing() && one.count() == two.count() && one.distinct() == two.distinct()
                && Arrays.equals(key(input.table().column(one.name()), one), key(input.table().column(two.name()), two));
    }

    /// Equal for columns that say the same: values in the order in which they turn up, or the values themselves.
    private static long[] key(Column column, FieldProfile field) {
        boolean different = field.distinct() > ALL_DIFFERENT * field.count();
        long[] key = new long[column.rows()];
        Map<Long, Long> order = new HashMap<>();
        for (int row = 0; row < key.length; row++) {
            if (column.isMissing(row)) {
                key[row] = -1;
                continue;
            }
            long value = switch (column) {
                case NumberColumn numbers -> Double.doubleToLongBits(numbers.value(row) + 0.0);
                case StringColumn texts -> different ? texts.text(row).hashCode() : texts.code(row);
            };
            key[row] = different ? value : order.computeIfAbsent(value, each -> (long) order.size());
        }
        return key;
    }

    /// Rows that do not hold the commonest value: a match of columns that are nearly constant says nothing.
    private static int unusual(Column column) {
        Map<Long, Integer> counts = new HashMap<>();
        for (int row = 0; row < column.rows(); row++) {
            long value = column.isMissing(row) ? -1 : switch (column) {
                case NumberColumn numbers -> Double.doubleToLongBits(numbers.value(row));
                case StringColumn texts -> texts.code(row);
            };
            counts.merge(value, 1, Integer::sum);
        }
        return column.rows() - counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
