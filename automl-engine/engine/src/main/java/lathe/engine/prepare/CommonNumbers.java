package lathe.engine.prepare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lathe.engine.data.NumberStyle;

/// Numbers that name something rather than measure it: hours, months, grades. A straight line through them misses what
/// single values say, so each common one may have a feature of its own.
final class CommonNumbers {

    private static final int FEWEST_CODES = 5;
    private static final int MOST_CODES = 24;
    private static final int LEAST_ROWS = 10;
    private static final double LEAST_SHARE = 0.005;
    /// In a whole recipe, so that hundreds of such columns do not drown a linear model.
    private static final int MOST_FEATURES = 300;

    private record Level(double value, int rows) { }

    private CommonNumbers() { }

    /// Whether all present values are whole and few enough to be codes.
    static boolean areCodes(double[] values) {
        Set<Double> distinct = new HashSet<>();
        for (double value : values) {
            if (Double.isNaN(value)) {
                continue;
            }
            if (value != Math.rint(value)) {
                return false;
            }
            distinct.add(value + 0.0);
            if (distinct.size() > MOST_CODES) {
                return false;
            }
        }
        return distinct.size() >= FEWEST_CODES;
    }

    /// Hands the builder a 0/1 feature for each common value of a number column that stands in the frame.
    static void flag(String name, NumberFacts facts, RecipeBuilder builder) {
        List<Level> common = levels(facts).stream()
                .filter(level -> level.rows() >= Math.max(LEAST_ROWS, LEAST_SHARE * facts.rows()))
                .sorted(Comparator.comparingInt(Level::rows).reversed().thenComparingDouble(Level::value))
                .limit(MOST_CODES)
                .sorted(Comparator.comparingDouble(Level::value)).toList();
        if (facts.isConstant() || builder.levelCount() + common.size() > MOST_FEATURES) {
            return;
        }
        for (Level level : common) {
            builder.level(name, level.value(), name + "=" + NumberStyle.write(level.value()));
        }
    }

    private static List<Level> levels(NumberFacts facts) {
        List<Level> levels = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= facts.sorted.length; i++) {
            if (i == facts.sorted.length || facts.sorted[i] != facts.sorted[start]) {
                levels.add(new Level(facts.sorted[start] + 0.0, i - start));   // + 0.0 turns -0.0 into 0.0
                start = i;
            }
        }
        return levels;
    }
}
