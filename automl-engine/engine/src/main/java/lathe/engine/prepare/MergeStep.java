package lathe.engine.prepare;

import java.util.List;
import java.util.Map;
import lathe.scoring.FieldType;

/// Values that a person names count as others; then the column is prepared as the automatic choice would prepare one of so many
/// levels. Like everywhere, case and outer blanks do not matter.
///
/// @param values what a value is read as, by that value
public record MergeStep(Map<String, String> values) implements Step {

    private static final StepParameter VALUES = StepParameter.values("A value of the column, and the value it is read as.");

    /// With nothing merged yet.
    public MergeStep() {
        this(Map.of());
    }

    public MergeStep {
        values = Map.copyOf(values);
        List<String> merged = values.keySet().stream().map(LevelCounts::key).toList();
        values.forEach((from, to) -> {
            if (merged.contains(LevelCounts.key(to)) && !LevelCounts.key(from).equals(LevelCounts.key(to))) {
                throw new IllegalArgumentException("'%s' is read as '%s', which is read as something else itself".formatted(from, to));
            }
        });
    }

    @Override
    public String id() {
        return "merge";
    }

    @Override
    public String description() {
        return "Values you name count as another one, then as automatic: where different words mean the same.";
    }

    @Override
    public List<StepParameter> parameters() {
        return List.of(VALUES);
    }

    @Override
    public Step with(StepWish wish) {
        return new MergeStep(wish.values());
    }

    @Override
    public boolean accepts(FieldType type) {
        return type == FieldType.CATEGORY;
    }

    @Override
    public void fit(ColumnAtHand column, RecipeBuilder builder) {
        MergeSpellingsStep.fit(column, LevelCounts.renamed(column.strings(), values), builder);
    }
}
