package lathe.engine.profile;

import java.util.ArrayList;
import java.util.List;

/// Columns with many missing values: a word from 5 %, a warning from half, and always for the target.
final class MissingCheck implements ProfileCheck {

    @Override
    public String id() {
        return "missing";
    }

    @Override
    public List<Finding> check(ProfileInput input) {
        List<Finding> findings = new ArrayList<>();
        String target = input.target().map(TargetView::field).orElse("");
        for (FieldProfile field : input.fields()) {
            double share = field.missingShare();
            if (field.name().equals(target) && field.missing() > 0) {
                findings.add(new Finding("target-has-missing", Severity.WARNING, field.name(),
                        "The target '%s' is missing in %d rows (%s); these cannot be learnt from."
                                .formatted(field.name(), field.missing(), Percent.of(share))).figure("share", share).figure("rows", field.missing())
                        .treated(Treatment.of(Treatment.Action.REMOVE_ROWS)));
            } else if (share >= input.limit(Limit.MISSING_SHARE) && field.count() > 0) {
                findings.add(new Finding("missing", share >= input.limit(Limit.MISSING_WARNING) ? Severity.WARNING : Severity.INFO, field.name(),
                        "Column '%s' is missing in %s of the rows.".formatted(field.name(), Percent.of(share))).figure("share", share).figure("rows", field.missing())
                        .kept(Treatment.of(Treatment.Action.LEAVE_OUT)));
            }
        }
        return findings;
    }
}
