package lathe.engine.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;

/// Compares two tables column by column: the population stability index (PSI) says how much the values have moved, a
/// chi-square test over the same bins whether chance could do it.
///
/// Bins are tenths of the first table for numbers, the twenty commonest levels of both for texts, and missing; what is needed of the
/// first table is a [TableSketch].
/// PSI is the sum of (p - q) ln(p / q), less what chance alone adds, (bins - 1)(1/n + 1/m).
public final class TableShift {

    private static final int LEVELS = 20;
    private static final int FEWEST_ROWS = 30;
    private static final double HALF = 0.5;
    // Quantile of the normal distribution for a chance of one in a hundred thousand.
    private static final double SIGNIFICANT = 4.26;

    private TableShift() {
    }

    /// What differs between two tables: columns of other values (`shift`), of another type (`other-type`), that are gone
    /// (`column-gone`) or new (`column-new`), in the order of the first table.
    public static List<Finding> compare(Table before, Table after, Thresholds thresholds) {
        return compare(TableSketch.of(before, Integer.MAX_VALUE), after, thresholds);
    }

    /// As the other, with what was kept of the first table; of levels that are not in it, all together are one bin.
    public static List<Finding> compare(TableSketch before, Table after, Thresholds thresholds) {
        List<Finding> findings = new ArrayList<>();
        before.columns().forEach((name, sketch) -> {
            OptionalInt now = after.schema().find(name);
            if (now.isEmpty()) {
                findings.add(new Finding("column-gone", Severity.WARNING, name, "Column '%s' is not in the second table.".formatted(name)));
                return;
            }
            FieldType type = after.schema().field(now.getAsInt()).type();
            if (type != sketch.type()) {
                findings.add(new Finding("other-type", Severity.WARNING, name, "Column '%s' holds %s in the first table and %s in the second."
                        .formatted(name, word(sketch.type()), word(type))));
            } else if (sketch.type() != FieldType.TEXT) {
                shift(name, sketch, before.rows(), after.column(name), thresholds).ifPresent(findings::add);
            }
        });
        for (Field field : after.schema().fields()) {
            if (!before.columns().containsKey(field.name())) {
                findings.add(new Finding("column-new", Severity.INFO, field.name(),
                        "Column '%s' is only in the second table.".formatted(field.name())));
            }
        }
        return findings;
    }

    private static String word(FieldType type) {
        return type.name().toLowerCase(Locale.ROOT) + " values";
    }

    private static Optional<Finding> shift(String name, ColumnSketch before, int rows, Column after, Thresholds thresholds) {
        if (rows < FEWEST_ROWS || after.rows() < FEWEST_ROWS) {
            return Optional.empty();
        }
        double[][] counts = switch (after) {
            case NumberColumn numbers -> numbers(before, numbers);
            case StringColumn texts -> texts(before, rows, texts);
        };
        Measures measures = Measures.of(counts[0], counts[1], rows, after.rows());
        if (measures.psi() < thresholds.of(Limit.SHIFT) || measures.z() < SIGNIFICANT) {
            return Optional.empty();
        }
        return Optional.of(new Finding("shift", Severity.WARNING, name, String.format(Locale.ROOT,
                "The values of column '%s' differ between the tables (stability index %.2f; from %.2f on it matters).",
                name, measures.psi(), thresholds.of(Limit.SHIFT)))
                .figure("psi", measures.psi()).figure("z", measures.z()).kept(Treatment.of(Treatment.Action.LEAVE_OUT)));
    }

    /// @param z standard normal deviate of the chi-square statistic (E. Wilson, M. Hilferty, 1931)
    private record Measures(double psi, double z) {

        static Measures of(double[] before, double[] after, int n, int m) {
            double psi = 0;
            double chi = 0;
            int bins = 0;
            for (int bin = 0; bin < before.length; bin++) {
                double all = before[bin] + after[bin];
                if (all == 0) {
                    continue;
                }
                bins++;
                double p = (before[bin] + HALF) / (n + HALF * before.length);
                double q = (after[bin] + HALF) / (m + HALF * before.length);
                psi += (p - q) * Math.log(p / q);
                double root = Math.sqrt((double) m / n) * before[bin] - Math.sqrt((double) n / m) * after[bin];
                chi += root * root / all;
            }
            double freedom = bins - 1.0;
            if (freedom < 1) {
                return new Measures(0, 0);
            }
            double spread = 2 / (9 * freedom);
            return new Measures(Math.max(0, psi - freedom * (1.0 / n + 1.0 / m)), (Math.cbrt(chi / freedom) - (1 - spread)) / Math.sqrt(spread));
        }
    }

    private static double[][] numbers(ColumnSketch before, NumberColumn after) {
        double[] edges = before.edges().stream().mapToDouble(Double::doubleValue).toArray();
        return new double[][] {before.counts().stream().mapToDouble(Double::doubleValue).toArray(), ColumnSketch.counts(after.values(), edges)};
    }

    private static double[][] texts(ColumnSketch before, int rows, StringColumn after) {
        Map<String, Double> weight = new HashMap<>();
        before.levels().forEach(level -> weight.put(level, before.count(level) / rows));
        int[] counts = FieldProfile.counts(after);
        for (int level = 0; level < counts.length; level++) {
            String text = after.levels().get(level);
            if (counts[level] > 0 && (before.isWhole() || weight.containsKey(text))) {
                weight.merge(text, counts[level] / (double) after.rows(), Double::sum);
            }
        }
        List<String> levels = weight.entrySet().stream().sorted(Map.Entry.<String, Double>comparingByValue().reversed()
                .thenComparing(Map.Entry.comparingByKey())).limit(LEVELS).map(Map.Entry::getKey).toList();
        double[] then = new double[levels.size() + 2];
        Arrays.setAll(then, bin -> bin < levels.size() ? before.count(levels.get(bin)) : 0);
        then[levels.size()] = rows - before.missing() - Arrays.stream(then).sum();
        then[levels.size() + 1] = before.missing();
        return new double[][] {then, ColumnSketch.counts(after, levels)};
    }
}
