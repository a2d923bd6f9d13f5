package lathe.engine.prepare;

import lathe.scoring.FieldType;

/// Leaves the column out.
public record DropStep() implements Step {

    @Override
    public String id() {
        return "drop";
    }

    @Override
    public String description() {
        return "Leave the column out: where it says nothing, or is not known in time.";
    }

    @Override
    public boolean accepts(FieldType type) {
        return true;
    }

    @Override
    public void fit(ColumnAtHand column, RecipeBuilder builder) {
        // Nothing is handed to the builder, so the column has no feature.
    }
}
