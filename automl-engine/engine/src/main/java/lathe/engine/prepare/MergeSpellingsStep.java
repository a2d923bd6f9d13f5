package lathe.engine.prepare;

import lathe.scoring.FieldType;

/// Spellings found in training that differ by case, accents, blanks or punctuation only are one level, named by the commonest
/// of them; then the column is prepared as the automatic choice would prepare one of so many levels.
public record MergeSpellingsStep() implements Step {

    @Override
    public String id() {
        return "merge_spellings";
    }

    @Override
    public String description() {
        return "Spellings that differ by case, accents, blanks or punctuation only count as one value, then as automatic: for values typed by hand.";
    }

    @Override
    public boolean accepts(FieldType type) {
        return type == FieldType.CATEGORY;
    }

    @Override
    public void fit(ColumnAtHand column, RecipeBuilder builder) {
        fit(column, LevelCounts.merged(column.strings()), builder);
    }

    /// As the automatic choice prepares one of so many levels.
    static void fit(ColumnAtHand column, LevelCounts counts, RecipeBuilder builder) {
        switch (StepChoice.ofLevels(counts.levels.size(), column.target().classCount(), column.preparation()).step()) {
            case "one_hot" -> new OneHotStep().fit(column, counts, builder);
            case "level_codes" -> LevelCodesStep.fit(column, counts, builder);
            default -> new TargetMeanStep().fit(column, counts, builder);
        }
    }
}
