package lathe.views.prepare;

import java.util.Locale;
import lathe.scoring.FieldType;
import org.jspecify.annotations.Nullable;

/// Which columns are wanted.
///
/// @param text    part of the name, in any case; empty for all
/// @param type    null for all
/// @param finding code; empty for all, [#ANY_FINDING] for those with any
/// @param kind    by what was chosen
public record PlanFilter(String text, @Nullable FieldType type, String finding, Kind kind) {

    public static final String ANY_FINDING = "any";

    public static final PlanFilter NONE = new PlanFilter("", null, "", Kind.ALL);

    /// Columns by what was chosen for them.
    public enum Kind { ALL, CHANGED, LEFT_OUT }

    public PlanFilter withText(String wanted) {
        return new PlanFilter(wanted, type, finding, kind);
    }

    public PlanFilter withType(@Nullable FieldType wanted) {
        return new PlanFilter(text, wanted, finding, kind);
    }

    public PlanFilter withFinding(String wanted) {
        return new PlanFilter(text, type, wanted, kind);
    }

    public PlanFilter withKind(Kind wanted) {
        return new PlanFilter(text, type, finding, wanted);
    }

    public boolean holds(ColumnPlan plan) {
        return plan.name().toLowerCase(Locale.ROOT).contains(text.strip().toLowerCase(Locale.ROOT))
                && (type == null || plan.type() == type) && holdsFinding(plan) && holdsKind(plan);
    }

    private boolean holdsFinding(ColumnPlan plan) {
        return finding.isEmpty() || (finding.equals(ANY_FINDING) ? !plan.findings().isEmpty() : plan.has(finding));
    }

    private boolean holdsKind(ColumnPlan plan) {
        return switch (kind) {
            case ALL -> true;
            case CHANGED -> plan.changed();
            case LEFT_OUT -> plan.use() == ColumnPlan.Use.LEFT_OUT || plan.use() == ColumnPlan.Use.LEFT_OUT_BY_LATHE;
        };
    }
}
