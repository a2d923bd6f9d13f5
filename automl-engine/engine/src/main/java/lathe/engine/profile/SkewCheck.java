package lathe.engine.profile;

import java.util.ArrayList;
import java.util.List;

/// Columns with one tail much longer than the other, by quantiles, so that a few wild values do not count.
final class SkewCheck implements ProfileCheck {

    private static final int FEWEST_ROWS = 200;
    private static final int FEWEST_VALUES = 20;

    @Override
    public String id() {
        return "skew";
    }

    @Override
    public List<Finding> check(ProfileInput input) {
        List<Finding> findings = new ArrayList<>();
        for (FieldProfile field : input.features()) {
            if (field.numbers() == null || field.distinct() < FEWEST_VALUES || field.count() < FEWEST_ROWS) {
                continue;
            }
            NumberShape shape = input.sample().shape(field.name());
            double median = shape.quantile(0.5);
            double up = shape.quantile(0.95) - median;
            double down = median - shape.quantile(0.05);
            double ratio = Math.max(up, down) / Math.min(up, down);
            if (Math.min(up, down) > 0 && ratio >= input.limit(Limit.SKEW)) {
                findings.add(new Finding("skew", Severity.INFO, field.name(),
                        "Column '%s' reaches %s times as far %s its median (%s) as %s it."
                                .formatted(field.name(), Figures.shown(Math.round(ratio)), up > down ? "above" : "below",
                                        Figures.shown(median), up > down ? "below" : "above"))
                        .figure("ratio", ratio).figure("median", median)
                        .kept(Treatment.step("log"), Treatment.step("normal_rank"), Treatment.step("power"), Treatment.step("clip")));
            }
        }
        return findings;
    }
}
