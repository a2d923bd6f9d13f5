package lathe.engine.profile;

import java.util.ArrayList;
import java.util.List;
import lathe.engine.data.NumberStyle;
import lathe.engine.profile.NumberShape.Top;

/// A single number amid the others that far more rows hold than hold any other: a default, a fill value, a rounding. Zero and
/// the ends of the range have checks of their own.
final class InlierCheck implements ProfileCheck {

    private static final int FEWEST_VALUES = 20;
    private static final int FEWEST_ROWS = 8;
    private static final int MOST = 3;

    @Override
    public String id() {
        return "inliers";
    }

    @Override
    public List<Finding> check(ProfileInput input) {
        List<Finding> findings = new ArrayList<>();
        for (FieldProfile field : input.features()) {
            if (field.numbers() != null && field.distinct() >= FEWEST_VALUES) {
                add(findings, field, input);
            }
        }
        return findings;
    }

    private static void add(List<Finding> findings, FieldProfile field, ProfileInput input) {
        NumberShape shape = input.sample().shape(field.name());
        List<Top> tops = repeated(shape, input);
        List<Top> inside = tops.stream().filter(top -> top.value() != 0 && top.value() > shape.lowest() && top.value() < shape.highest()).toList();
        if (inside.isEmpty()) {
            return;
        }
        List<String> values = inside.stream().map(top -> NumberStyle.write(top.value())).toList();
        double share = inside.getFirst().rows() / (double) shape.size();
        findings.add(new Finding("inliers", Severity.INFO, field.name(),
                "Column '%s' holds %s in %s of the rows, far more often than any value near it; it may be a default or filled in."
                        .formatted(field.name(), String.join(" or ", values), Percent.of(share)))
                .figure("share", share).figure("value", inside.getFirst().value()).withValues(values)
                .kept(Treatment.step("number_levels"), Treatment.of(Treatment.Action.READ_AS_MISSING, values)));
    }

    /// The commonest values, if a wide step lies between them and the next.
    static List<Top> repeated(NumberShape shape, ProfileInput input) {
        List<Top> tops = shape.tops();
        double fewest = Math.max(FEWEST_ROWS, input.limit(Limit.REPEATED_SHARE) * shape.size());
        for (int count = Math.min(MOST, tops.size() - 1); count > 0; count--) {
            int next = tops.get(count).rows();
            int last = tops.get(count - 1).rows();
            if (last >= fewest && last >= input.limit(Limit.REPEATED_FACTOR) * next) {
                return tops.subList(0, count);
            }
        }
        return List.of();
    }
}
