package lathe.engine.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lathe.engine.data.NumberStyle;

/// Numbers such as -999 that probably stand for "no value": several rows hold them, and they lie far outside the rest.
final class SentinelCheck implements ProfileCheck {

    private static final double[] USUAL = {-9, -99, -999, -9999, -99999, -1, 99, 999, 9999, 99999, 999999, 9999999};
    private static final int FEWEST_ROWS = 5;

    @Override
    public String id() {
        return "sentinel";
    }

    @Override
    public List<Finding> check(ProfileInput input) {
        List<Finding> findings = new ArrayList<>();
        for (FieldProfile field : input.features()) {
            NumberSummary numbers = field.numbers();
            if (numbers == null || !isUsual(numbers.min()) && !isUsual(numbers.max()) || field.distinct() < FEWEST_ROWS) {
                continue;
            }
            double[] sorted = Arrays.stream(input.table().numbers(field.name()).values())
                    .filter(value -> !Double.isNaN(value)).sorted().toArray();
            add(findings, field, low(sorted), numbers.min());
            add(findings, field, high(sorted), numbers.max());
        }
        return findings;
    }

    private static void add(List<Finding> findings, FieldProfile field, int rows, double value) {
        if (rows >= FEWEST_ROWS && isUsual(value)) {
            findings.add(new Finding("sentinel", Severity.WARNING, field.name(),
                    "Column '%s' holds %s in %d rows, far from all other values; it may mean 'no value'. If so, name it as a missing token."
                            .formatted(field.name(), NumberStyle.write(value), rows)).figure("rows", rows)
                    .withValues(List.of(NumberStyle.write(value)))
                    .kept(Treatment.of(Treatment.Action.READ_AS_MISSING, List.of(NumberStyle.write(value))), Treatment.step("clip")));
        }
    }

    private static boolean isUsual(double value) {
        return Arrays.stream(USUAL).anyMatch(usual -> usual == value);
    }

    /// Rows that hold the lowest value, if the others lie further above it than they spread; 0 otherwise. A lowest value of
    /// -1 stands out by its sign alone where all others are positive.
    private static int low(double[] sorted) {
        int end = 0;
        while (end < sorted.length && sorted[end] == sorted[0]) {
            end++;
        }
        if (end == sorted.length || sorted[0] >= 0) {
            return 0;
        }
        double gap = sorted[end] - sorted[0];
        double spread = sorted[sorted.length - 1] - sorted[end];
        boolean onlyNegative = sorted[end] > 0 || sorted[end] == 0 && sorted[0] < -1;
        return gap > spread || onlyNegative && sorted[0] < -1 || onlyNegative && spread > 20 && sorted[end] > 0 ? end : 0;
    }

    private static int high(double[] sorted) {
        int last = sorted.length - 1;
        int start = last;
        while (start >= 0 && sorted[start] == sorted[last]) {
            start--;
        }
        if (start < 0) {
            return 0;
        }
        boolean apart = sorted[last] - sorted[start] > sorted[start] - sorted[0];
        return apart ? last - start : 0;
    }
}
