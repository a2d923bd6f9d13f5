package lathe.engine.profile;

import java.util.ArrayList;
import java.util.List;

/// More zeros than the other values let expect: in measured columns by the next common value, in counts by the negative
/// binomial distribution of the same mean and variance.
final class ExcessZeroCheck implements ProfileCheck {

    private static final int FEWEST_VALUES = 5;
    private static final int MEASURED_VALUES = 20;
    private static final double NEIGHBOUR = 1.5;
    private static final double MARGIN = 0.01;
    private static final double FEWEST = 30;

    @Override
    public String id() {
        return "excess-zeros";
    }

    @Override
    public List<Finding> check(ProfileInput input) {
        List<Finding> findings = new ArrayList<>();
        for (FieldProfile field : input.features()) {
            NumberSummary numbers = field.numbers();
            if (numbers == null || field.distinct() < FEWEST_VALUES || numbers.zeros() == 0) {
                continue;
            }
            NumberShape shape = input.sample().shape(field.name());
            boolean measured = field.distinct() >= MEASURED_VALUES
                    && InlierCheck.repeated(shape, input).stream().anyMatch(top -> top.value() == 0);
            if (measured || numbers.whole() && numbers.min() == 0 && tooMany(shape, field)) {
                double share = numbers.zeros() / (double) field.count();
                findings.add(new Finding("excess-zeros", Severity.INFO, field.name(),
                        "Column '%s' is 0 in %s of the rows, more than the other values let expect; 0 may mean 'none' or 'not known'."
                                .formatted(field.name(), Percent.of(share)))
                        .figure("share", share).figure("rows", numbers.zeros()).withValues(List.of("0"))
                        .kept(Treatment.step("number_levels"), Treatment.of(Treatment.Action.READ_AS_MISSING, List.of("0")), Treatment.step("log")));
            }
        }
        return findings;
    }

    private static boolean tooMany(NumberShape shape, FieldProfile field) {
        int zeros = shape.sorted().between(0, 1);
        int ones = shape.sorted().between(1, 2);
        int twos = shape.sorted().between(2, 3);
        NumberSummary numbers = field.numbers();
        if (numbers == null || zeros < FEWEST || zeros < NEIGHBOUR * Math.max(ones, twos)) {
            return false;
        }
        double variance = numbers.sd() * numbers.sd();
        double size = numbers.mean() * numbers.mean() / Math.max(1e-12, variance - numbers.mean());
        double expected = variance <= numbers.mean() ? Math.exp(-numbers.mean())
                : Math.exp(size * Math.log(size / (size + numbers.mean())));
        double share = zeros / (double) shape.size();
        double error = Math.sqrt(share * (1 - share) / shape.size());
        return share - NEIGHBOUR * expected > MARGIN + 4 * error;
    }
}
