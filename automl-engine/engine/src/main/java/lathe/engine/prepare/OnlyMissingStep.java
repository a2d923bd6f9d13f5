package lathe.engine.prepare;

import java.util.List;
import lathe.scoring.Column;
import lathe.scoring.FieldType;
import lathe.scoring.step.OneHot;

/// Whether the cell is missing, and nothing else.
public record OnlyMissingStep() implements Step {

    @Override
    public String id() {
        return "only_missing";
    }

    @Override
    public String description() {
        return "Only whether the cell is empty, as a yes/no feature: where it tells that somebody wrote something, but not what.";
    }

    @Override
    public boolean accepts(FieldType type) {
        return true;
    }

    @Override
    public void fit(ColumnAtHand column, RecipeBuilder builder) {
        String name = column.field().name();
        int missing = missing(column.values());
        if (missing == 0 || missing == column.values().rows()) {
            return;
        }
        if (column.field().type().isNumber()) {
            builder.flag(name, name + " is missing");
            return;
        }
        String output = builder.name(name + " is missing");
        builder.textStep(new OneHot(name, List.of(""), List.of(0), List.of(output)));
        builder.feature(output);
    }

    private static int missing(Column values) {
        int missing = 0;
        for (int row = 0; row < values.rows(); row++) {
            missing += values.isMissing(row) ? 1 : 0;
        }
        return missing;
    }
}
