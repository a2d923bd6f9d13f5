package lathe.engine.prepare;

import java.util.List;
import lathe.engine.learn.Learner.Preparation;
import lathe.engine.learn.Target;
import lathe.engine.provenance.Seed;
import lathe.scoring.Field;
import lathe.scoring.Matrix;
import lathe.scoring.Role;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.scoring.step.FittedRecipe;

/// Fits a recipe to the training rows of one fold.
public final class RecipeFitter {

    private static final int FEW_LEVELS = 6;
    private static final int MANY_LEVELS = 60;

    private final List<Step> steps;

    /// @param steps all steps that may be chosen, see `builtin.Steps`
    public RecipeFitter(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /// A fitted recipe and what the training rows look like through it.
    public record Prepared(FittedRecipe recipe, Matrix training) { }

    /// @param training features by role; only training rows of the fold
    /// @param target   of the same rows
    public Prepared fit(Recipe recipe, Table training, Target target, Seed seed) {
        RecipeBuilder builder = new RecipeBuilder(training.schema().names());
        for (int i = 0; i < training.schema().size(); i++) {
            Field field = training.schema().field(i);
            if (field.role() != Role.FEATURE) {
                continue;
            }
            ColumnAtHand column = new ColumnAtHand(field, training.columns().get(i), target, recipe.preparation(),
                    seed.child("column", i));
            if (column.values() instanceof StringColumn) {
                builder.missingTokens(field.name(), field.missingTokens());
            }
            step(recipe, column).fit(column, builder);
        }
        FittedRecipe fitted = builder.build();
        return new Prepared(fitted, builder.withTrainingValues(fitted.apply(training)));
    }

    private Step step(Recipe recipe, ColumnAtHand column) {
        String chosen = recipe.chosen().get(column.field().name());
        return byId(chosen != null ? chosen : usual(column));
    }

    /// @throws IllegalArgumentException if there is no such step
    public Step byId(String id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no step '%s'".formatted(id)));
    }

    private static String usual(ColumnAtHand column) {
        return switch (column.field().type()) {
            case NUMBER -> "number";
            case DATE -> "date_parts";
            case TEXT -> "words";
            case LIST -> "list_items";
            case BOOLEAN -> "one_hot";
            case CATEGORY -> usualForCategory(column);
        };
    }

    private static String usualForCategory(ColumnAtHand column) {
        int levels = new LevelCounts(column.strings()).levels.size();
        int most = column.preparation() == Preparation.TREES ? FEW_LEVELS : MANY_LEVELS;
        boolean manyClasses = column.target().classCount() > 5;
        if (levels <= most || (manyClasses && levels <= MANY_LEVELS)) {
            return "one_hot";
        }
        return "target_mean";
    }
}
