package lathe.engine.profile;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lathe.engine.data.NumberStyle;
import lathe.engine.profile.NumberShape.Sorted;
import lathe.engine.profile.NumberShape.Top;

/// Numbers far outside the rest, by robust distance from the median. A positive column must hold them on its logarithm too,
/// so that prices and sizes do not alarm.
final class OutlierCheck implements ProfileCheck {

    private static final int FEWEST_ROWS = 50;
    private static final int FEWEST_VALUES = 12;
    private static final double COMMON = 0.25;

    @Override
    public String id() {
        return "outliers";
    }

    @Override
    public List<Finding> check(ProfileInput input) {
        List<Finding> findings = new ArrayList<>();
        for (FieldProfile field : input.features()) {
            if (field.numbers() != null && field.distinct() >= FEWEST_VALUES && field.count() >= FEWEST_ROWS) {
                usual(input.sample().shape(field.name()), input.limit(Limit.OUTLIER_DISTANCE))
                        .ifPresent(range -> add(findings, field, input, range));
            }
        }
        return findings;
    }

    /// The range of the values; empty if they are too few or too much alike to tell.
    static Optional<UsualRange> usual(NumberShape shape, double distance) {
        if (shape.size() == 0) {
            return Optional.empty();
        }
        Top top = shape.tops().getFirst();
        boolean one = top.rows() > COMMON * shape.size();
        Sorted sorted = one ? shape.sorted().without(top.value()) : shape.sorted();
        if (sorted.size() < FEWEST_ROWS || shape.distinct() < FEWEST_VALUES) {
            return Optional.empty();
        }
        UsualRange range = UsualRange.of(sorted, distance);
        if (sorted.get(0) > 0 && shape.lowest() >= 0) {
            range = range.union(UsualRange.of(sorted.log(), distance).exp());
        }
        if (one) {
            range = range.union(new UsualRange(top.value(), top.value()));
        }
        return range.high() > range.low() ? Optional.of(range) : Optional.empty();
    }

    // A few digits are enough, as long as no usual value falls out; empty for no limit.
    private static String outward(double limit, RoundingMode mode) {
        return Double.isInfinite(limit) ? "" : new BigDecimal(limit).round(new MathContext(4, mode)).stripTrailingZeros().toPlainString();
    }

    private static void add(List<Finding> findings, FieldProfile field, ProfileInput input, UsualRange range) {
        NumberSummary numbers = field.numbers();
        if (numbers == null || range.holds(numbers.min()) && range.holds(numbers.max())) {
            return;
        }
        double[] values = input.table().numbers(field.name()).values();
        int count = 0;
        List<Integer> rows = new ArrayList<>();
        List<String> examples = new ArrayList<>();
        for (int row = 0; row < values.length; row++) {
            if (!Double.isNaN(values[row]) && !range.holds(values[row])) {
                count++;
                if (rows.size() < Finding.MOST_EXAMPLES) {
                    rows.add(row);
                    examples.add(NumberStyle.write(values[row]));
                }
            }
        }
        double share = count / (double) field.count();
        if (share <= input.limit(Limit.OUTLIER_MOST)) {
            findings.add(new Finding("outliers", Severity.INFO, field.name(),
                    "Column '%s' holds %d far-off %s (%s of the rows), for example %s; nearly all others lie between %s and %s."
                            .formatted(field.name(), count, count == 1 ? "value" : "values", Percent.of(share),
                                    String.join(", ", examples.subList(0, Math.min(3, examples.size()))),
                                    Figures.shown(Math.max(range.low(), input.sample().shape(field.name()).quantile(0.005))),
                                    Figures.shown(Math.min(range.high(), input.sample().shape(field.name()).quantile(0.995)))))
                    .figure("rows", count).figure("share", share).figure("low", range.low()).figure("high", range.high())
                    .withRows(rows).withValues(examples)
                    .kept(Treatment.step("clip"), Treatment.step("log"), Treatment.step("normal_rank"), Treatment.step("robust"),
                            Treatment.of(Treatment.Action.REMOVE_ROWS, List.of(outward(range.low(), RoundingMode.FLOOR), outward(range.high(), RoundingMode.CEILING)))));
        }
    }
}
