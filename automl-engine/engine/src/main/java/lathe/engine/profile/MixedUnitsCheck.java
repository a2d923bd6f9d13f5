package lathe.engine.profile;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lathe.engine.data.NumberStyle;
import lathe.engine.profile.NumberShape.Sorted;
import lathe.scoring.FieldType;
import lathe.scoring.MeasureUnit;
import lathe.scoring.StringColumn;

/// The same thing measured in different units within a column: texts such as `12 kg` and `3 lb`, or numbers in two heaps of
/// the same shape that lie a conversion factor apart with a gap between them.
final class MixedUnitsCheck implements ProfileCheck {

    // thousands, hundreds, minutes, dozens, inches, feet, miles, pounds, gallons, ounces, knots, hours, days
    private static final double[] FACTORS = {1000, 1e6, 100, 60, 3600, 12, 24, 2.54, 25.4, 30.48, 3.2808, 1.6093, 2.2046, 3.7854, 28.35, 3.6};
    private static final int FEWEST_VALUES = 30;
    private static final int FEWEST_ROWS = 10;
    private static final double EXACT = 0.03;
    private static final double VALLEY = 0.2;
    private static final double NEAR = 0.1;
    private static final double ROUNDING = 0.05;
    private static final Pattern MEASURE = Pattern.compile("[+-]?\\d[\\d.,\\u00A0 ]*\\s*([a-z\\u00B0\\u00B5%\\u20AC$\\u00A3]{1,8})");
    private static final List<List<String>> UNITS = List.of(
            List.of("mg", "g", "kg", "t", "lb", "lbs", "oz", "st"), List.of("mm", "cm", "m", "km", "in", "inch", "ft", "yd", "mi", "miles"),
            List.of("ms", "s", "sec", "min", "mins", "h", "hr", "hrs", "hours", "d", "days", "weeks", "months", "years"),
            List.of("\u00B0c", "\u00B0f", "c", "f", "k"), List.of("ml", "cl", "l", "gal", "pt"),
            List.of("eur", "usd", "gbp", "chf", "\u20AC", "$", "\u00A3", "jpy", "sek"), List.of("b", "kb", "mb", "gb", "tb"),
            List.of("w", "kw", "mw", "hp", "ps"), List.of("mph", "kmh", "kph"));

    @Override
    public String id() {
        return "mixed-units";
    }

    @Override
    public List<Finding> check(ProfileInput input) {
        List<Finding> findings = new ArrayList<>();
        for (FieldProfile field : input.features()) {
            NumberSummary numbers = field.numbers();
            if (numbers != null && numbers.min() >= 0 && field.distinct() >= FEWEST_VALUES) {
                heaps(findings, field, input);
            } else if (field.type() == FieldType.CATEGORY || field.type() == FieldType.TEXT) {
                texts(findings, field, input);
            }
        }
        return findings;
    }

    private static void heaps(List<Finding> findings, FieldProfile field, ProfileInput input) {
        Sorted sorted = input.sample().shape(field.name()).sorted().log();
        if (sorted.size() < FEWEST_VALUES) {
            return;
        }
        double median = sorted.quantile(0.5);
        for (double factor : FACTORS) {
            for (int side : new int[] {1, -1}) {
                double middle = median + side * Math.log(factor) / 2;
                Heap heap = new Heap(sorted, middle, side, Math.log(factor));
                if (heap.isApart(input.limit(Limit.OTHER_UNIT_SHARE))) {
                    findings.add(new Finding("mixed-units", Severity.WARNING, field.name(),
                            "Column '%s' holds two heaps of numbers, %s of them about %s times as %s as the others; they may be measured in different units."
                                    .formatted(field.name(), Percent.of(heap.share()), Figures.shown(factor), side > 0 ? "large" : "small"))
                            .figure("share", heap.share()).figure("factor", factor).figure("border", Math.exp(middle))
                            .withValues(List.of(Figures.shown(Math.exp(heap.other())), Figures.shown(Math.exp(heap.usual()))))
                            .kept(new Treatment(Treatment.Action.CONVERT, conversion(Math.exp(middle), side, factor), List.of(Figures.shown(factor))),
                                    Treatment.of(Treatment.Action.READ_AS_MISSING)));
                    return;
                }
            }
        }
    }

    // In the valley between the heaps a few digits do.
    private static String conversion(double border, int side, double factor) {
        String shortBorder = new BigDecimal(border).round(new MathContext(3)).stripTrailingZeros().toPlainString();
        return side > 0 ? "convert(border=%s, above=%s)".formatted(shortBorder, new BigDecimal(1 / factor).round(new MathContext(8)).stripTrailingZeros().toPlainString())
                : "convert(border=%s, below=%s)".formatted(shortBorder, BigDecimal.valueOf(factor).stripTrailingZeros().toPlainString());
    }

    /// The logarithms on the far side of a border, beside those on the near side.
    private record Heap(Sorted all, double middle, int side, double distance) {

        private int below() {
            return all.between(Double.NEGATIVE_INFINITY, middle);
        }

        private int rows() {
            return side > 0 ? all.size() - below() : below();
        }

        double share() {
            return rows() / (double) all.size();
        }

        private double far(double quantile) {
            return side > 0 ? part(below(), all.size(), quantile) : part(0, below(), quantile);
        }

        private double near(double quantile) {
            return side > 0 ? part(0, below(), quantile) : part(below(), all.size(), quantile);
        }

        private double part(int from, int to, double quantile) {
            return all.get(from + (int) Math.round(quantile * (to - from - 1)));
        }

        double other() {
            return far(0.5);
        }

        double usual() {
            return near(0.5);
        }

        /// Whether both heaps have the same form (two-sample Kolmogorov-Smirnov, one per cent, with some room for rounding).
        private boolean matches() {
            int others = all.size() - rows();
            double shift = side * distance;
            double apart = 0;
            int from = side > 0 ? below() : 0;
            for (int i = 0; i < rows(); i++) {
                int under = all.between(Double.NEGATIVE_INFINITY, all.get(from + i) - shift) - (side > 0 ? 0 : below());
                apart = Math.max(apart, Math.abs((i + 0.5) / rows() - Math.clamp(under, 0, others) / (double) others));
            }
            return apart <= ROUNDING + 1.63 * Math.sqrt(1.0 / rows() + 1.0 / others);
        }

        boolean isApart(double leastShare) {
            if (rows() < FEWEST_ROWS || share() < leastShare || share() > 0.5) {
                return false;
            }
            double spread = (near(0.75) - near(0.25)) / 1.349;
            double otherSpread = (far(0.75) - far(0.25)) / 1.349;
            double error = 1.25 * spread * Math.sqrt(1.0 / rows() + 1.0 / (all.size() - rows()));
            boolean fits = Math.abs(Math.abs(other() - usual()) - distance) <= EXACT + 3 * error;
            boolean alike = otherSpread < 2 * spread && otherSpread > spread / 2;
            double half = NEAR * distance;
            int valley = all.between(middle - half, middle + half);
            int peak = all.between(other() - half, other() + half);
            return fits && alike && matches() && 3 * error < distance / 4 && peak >= FEWEST_ROWS && valley <= VALLEY * peak;
        }
    }

    private static void texts(List<Finding> findings, FieldProfile field, ProfileInput input) {
        if (!(input.sample().column(field.name()) instanceof StringColumn texts)) {
            return;
        }
        int[] counts = FieldProfile.counts(texts);
        Map<String, Integer> units = new TreeMap<>();
        Map<String, String> examples = new HashMap<>();
        int measured = 0;
        int rows = 0;
        for (int level = 0; level < counts.length; level++) {
            Matcher matcher = MEASURE.matcher(texts.levels().get(level).strip().toLowerCase(Locale.ROOT));
            rows += counts[level];
            if (counts[level] > 0 && matcher.matches()) {
                measured += counts[level];
                units.merge(matcher.group(1), counts[level], Integer::sum);
                examples.putIfAbsent(matcher.group(1), texts.levels().get(level));
            }
        }
        if (measured < FEWEST_ROWS || measured < input.limit(Limit.TEXT_KIND_SHARE) * rows) {
            return;
        }
        for (List<String> kind : UNITS) {
            List<String> used = kind.stream().filter(units::containsKey).toList();
            if (used.size() > 1) {
                int commonest = used.stream().mapToInt(unit -> units.getOrDefault(unit, 0)).max().orElse(0);
                Finding finding = new Finding("mixed-units", Severity.WARNING, field.name(),
                        "Column '%s' holds measures in different units: %s.".formatted(field.name(), String.join(", ", used)))
                        .figure("units", used.size()).figure("share", 1 - commonest / (double) rows)
                        .withValues(used.stream().map(unit -> examples.getOrDefault(unit, "")).toList());
                findings.add(converted(finding, used, units, texts, input.limit(Limit.TEXT_KIND_SHARE)));
                return;
            }
        }
    }

    // In the commonest unit of those with a known factor, where that leaves few texts behind.
    private static Finding converted(Finding finding, List<String> used, Map<String, Integer> rowsOf, StringColumn texts, double least) {
        Map<MeasureUnit, Integer> known = new EnumMap<>(MeasureUnit.class);
        used.forEach(name -> MeasureUnit.find(name).ifPresent(unit -> known.merge(unit, rowsOf.getOrDefault(name, 0), Integer::sum)));
        MeasureUnit unit = known.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(null);
        List<Rereading> readings = unit == null ? List.of() : Rereading.ofNumbers(texts, unit.formatEnd());
        if (unit == null || readings.getFirst().understood() < least) {
            return finding;
        }
        Rereading reading = readings.getFirst();
        List<String> factors = known.keySet().stream().filter(each -> each != unit && each.kind() == unit.kind())
                .map(each -> "1 %s = %s %s".formatted(each.symbol(), NumberStyle.write(each.in(unit, 1)), unit.symbol())).toList();
        int bare = reading.rows() - Rereading.of(texts, FieldType.NUMBER, reading.format().substring(0, 1)).missing();
        return finding.withSentence("%s Read as numbers in %s%s, %s%s.".formatted(finding.sentence(), unit.symbol(),
                factors.isEmpty() ? "" : " (" + String.join(", ", factors) + ")", reading.cost(),
                bare == 0 ? "" : "; %d without a unit would count as %s".formatted(bare, unit.symbol())))
                .figure("missing", reading.missing()).kept(Rereading.offered(readings));
    }
}
