package lathe.engine.profile;

import java.util.ArrayList;
import java.util.List;
import lathe.scoring.FieldType;

/// Category columns with very many levels, few rows each.
final class HighCardinalityCheck implements ProfileCheck {

    private static final int MANY = 100;
    private static final int FEW_ROWS = 50;
    private static final double IDENTIFIES = 0.99;

    @Override
    public String id() {
        return "high-cardinality";
    }

    @Override
    public List<Finding> check(ProfileInput input) {
        List<Finding> findings = new ArrayList<>();
        for (FieldProfile field : input.features()) {
            boolean many = field.type() == FieldType.CATEGORY && field.distinct() >= MANY
                    && field.count() < (long) FEW_ROWS * field.distinct() && field.distinct() < IDENTIFIES * field.count();
            if (many) {
                findings.add(new Finding("high-cardinality", Severity.INFO, field.name(),
                        "Column '%s' has %d different values, %d rows each on average; rare ones will be pooled."
                                .formatted(field.name(), field.distinct(), Math.round(field.count() / (double) field.distinct())))
                        .figure("distinct", field.distinct())
                        .kept(Treatment.step("target_mean"), Treatment.step("frequency"), Treatment.step("group_rare"), Treatment.step("hash"),
                                Treatment.of(Treatment.Action.LEAVE_OUT)));
            }
        }
        return findings;
    }
}
