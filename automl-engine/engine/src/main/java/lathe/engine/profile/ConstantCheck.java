package lathe.engine.profile;

import java.util.ArrayList;
import java.util.List;

/// Columns that are the same in every row, so nothing can be learnt from them. A column that is either missing or one value
/// is not constant: that it is missing may tell something.
final class ConstantCheck implements ProfileCheck {

    private static final Treatment LEFT_OUT = Treatment.of(Treatment.Action.LEAVE_OUT);
    private static final Treatment KEPT = Treatment.of(Treatment.Action.KEEP);

    @Override
    public String id() {
        return "constant";
    }

    @Override
    public List<Finding> check(ProfileInput input) {
        List<Finding> findings = new ArrayList<>();
        for (FieldProfile field : input.features()) {
            double rows = field.count() + (double) field.missing();
            if (field.count() == 0) {
                findings.add(new Finding("constant", Severity.WARNING, field.name(),
                        "Column '%s' has no values.".formatted(field.name())).treated(LEFT_OUT, KEPT));
            } else if (field.distinct() == 1 && field.missing() == 0) {
                findings.add(new Finding("constant", Severity.WARNING, field.name(),
                        "Column '%s' holds the same value in every row.".formatted(field.name())).treated(LEFT_OUT, KEPT));
            } else if (!field.top().isEmpty() && field.top().getFirst().count() > input.limit(Limit.NEARLY_CONSTANT) * rows) {
                findings.add(new Finding("nearly-constant", Severity.INFO, field.name(), "Column '%s' holds '%s' in %s of the rows."
                        .formatted(field.name(), field.top().getFirst().text(),
                                Percent.of(field.top().getFirst().count() / rows)))
                        .figure("share", field.top().getFirst().count() / rows).kept(LEFT_OUT));
            }
        }
        return findings;
    }
}
