package lathe.engine.prepare;

import lathe.scoring.FieldType;

/// A step for numbers that learns from nothing but the column's own facts.
interface NumberStep extends Step {

    @Override
    default boolean accepts(FieldType type) {
        return type == FieldType.NUMBER;
    }

    @Override
    default void fit(ColumnAtHand column, RecipeBuilder builder) {
        fit(column.field().name(), NumberFacts.of(column.numbers()), column.forTrees(), builder);
    }

    /// Learns from the facts of the training rows and hands fitted steps and features to the builder.
    void fit(String name, NumberFacts facts, boolean forTrees, RecipeBuilder builder);
}
