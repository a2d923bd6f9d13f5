package lathe.engine.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;

/// Compares two tables column by column: the population stability index (PSI) says how much the values have moved, a
/// chi-square test over the same bins whether chance could do it.
///
/// Bins are tenths of the first table for numbers, the twenty commonest levels of both for texts, and missing.
/// PSI is the sum of (p - q) ln(p / q), less what chance alone adds, (bins - 1)(1/n + 1/m).
public final class TableShift {

    private static final int BINS = 10;
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
        List<Finding> findings = new ArrayList<>();
        for (Field field : before.schema().fields()) {
            Optional<Field> now = after.schema().fields().stream().filter(each -> each.name().equals(field.name())).findFirst();
            if (now.isEmpty()) {
                findings.add(new Finding("column-gone", Severity.WARNING, field.name(),
                        "Column '%s' is not in the second table.".formatted(field.name())));
            } else if (now.get().type() != field.type()) {
                findings.add(new Finding("other-type", Severity.WARNING, field.name(), "Column '%s' holds %s in the first table and %s in the second."
                        .formatted(field.name(), word(field.type()), word(now.get().type()))));
            } else if (field.type() != FieldType.TEXT) {
                shift(before.column(field.name()), after.column(field.name()), field, thresholds).ifPresent(findings::add);
            }
        }
        for (Field field : after.schema().fields()) {
            if (before.schema().find(field.name()).isEmpty()) {
                findings.add(new Finding("column-new", Severity.INFO, field.name(),
                        "Column '%s' is only in the second table.".formatted(field.name())));
            }
        }
        return findings;
    }

    private static String word(FieldType type) {
        return type.name().toLowerCase(Locale.ROOT) + " values";
    }

    private static Optional<Finding> shift(Column before, Column after, Field field, Thresholds thresholds) {
        if (before.rows() < FEWEST_ROWS || after.rows() < FEWEST_ROWS) {
            return Optional.empty();
        }
        double[][] counts = switch (before) {
            case NumberColumn numbers -> numbers(numbers.values(), ((NumberColumn) after).values());
            case StringColumn texts -> texts(texts, (StringColumn) after);
        };
        Measures measures = Measures.of(counts[0], counts[1], before.rows(), after.rows());
        if (measures.psi() < thresholds.of(Limit.SHIFT) || measures.z() < SIGNIFICANT) {
            return Optional.empty();
        }
        return Optional.of(new Finding("shift", Severity.WARNING, field.name(), String.format(Locale.ROOT,
                "The values of column '%s' differ between the tables (stability index %.2f; from %.2f on it matters).",
                field.name(), measures.psi(), thresholds.of(Limit.SHIFT)))
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

    private static double[][] numbers(double[] before, double[] after) {
        double[] sorted = Arrays.stream(before).filter(value -> !Double.isNaN(value)).sorted().toArray();
        double[] edges = IntStream.range(1, BINS).filter(i -> sorted.length > 0).mapToDouble(i -> sorted[(int) ((long) i * sorted.length / BINS)])
                .distinct().toArray();
        return new double[][] {counts(before, edges), counts(after, edges)};
    }

    private static double[] counts(double[] values, double[] edges) {
        double[] counts = new double[2 * edges.length + 2];
        for (double value : values) {
            // An edge is a bin of its own, so that a value many rows hold is seen to come or go.
            int at = Double.isNaN(value) ? -1 : Arrays.binarySearch(edges, value);
            counts[Double.isNaN(value) ? counts.length - 1 : at >= 0 ? 2 * at + 1 : 2 * (-at - 1)]++;
        }
        return counts;
    }

    private static double[][] texts(StringColumn before, StringColumn after) {
        Map<String, Double> weight = new HashMap<>();
        add(weight, before);
        add(weight, after);
        List<String> levels = weight.entrySet().stream().sorted(Map.Entry.<String, Double>comparingByValue().reversed()
                .thenComparing(Map.Entry.comparingByKey())).limit(LEVELS).map(Map.Entry::getKey).toList();
        return new double[][] {counts(before, levels), counts(after, levels)};
    }

    private static void add(Map<String, Double> weight, StringColumn texts) {
        int[] counts = FieldProfile.counts(texts);
        for (int level = 0; level < counts.length; level++) {
            if (counts[level] > 0) {
                weight.merge(texts.levels().get(level), counts[level] / (double) texts.rows(), Double::sum);
            }
        }
    }

    private static double[] counts(StringColumn texts, List<String> levels) {
        Map<String, Integer> bin = new HashMap<>();
        levels.forEach(level -> bin.put(level, bin.size()));
        int[] bins = texts.levels().stream().mapToInt(level -> bin.getOrDefault(level, levels.size())).toArray();
        double[] counts = new double[levels.size() + 2];
        for (int code : texts.codes()) {
            counts[code < 0 ? levels.size() + 1 : bins[code]]++;
        }
        return counts;
    }
}
