package lathe.engine.prepare;

import java.util.List;
import lathe.engine.learn.Learner.Preparation;
import lathe.engine.learn.Target;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.Matrix;
import lathe.scoring.NumberColumn;
import lathe.scoring.ProblemException;
import lathe.scoring.Role;
import lathe.scoring.Table;
import lathe.scoring.step.FittedRecipe;
import lathe.scoring.step.Frame;
import lathe.scoring.step.MissingTokens;

/// Fits a recipe to the training rows of one fold.
public final class RecipeFitter {

    private final List<Step> steps;
    private final List<Generator> generators;

    /// @param steps      all steps that may be chosen, see `builtin.Steps`
    /// @param generators all generators that may be asked for, see `builtin.Generators`
    public RecipeFitter(List<Step> steps, List<Generator> generators) {
        this.steps = List.copyOf(steps);
        this.generators = List.copyOf(generators);
    }

    /// Without generators.
    public RecipeFitter(List<Step> steps) {
        this(steps, List.of());
    }

    /// A fitted recipe and what the training rows look like through it.
    public record Prepared(FittedRecipe recipe, Matrix training) { }

    /// @param training features by role; only training rows of the fold
    /// @param target   of the same rows
    /// @throws ProblemException if a chosen step is unknown or not for that type of column
    public Prepared fit(Recipe recipe, Table training, Target target, Seed seed) {
        return fit(recipe, training, target, seed, Deadline.never());
    }

    /// @param deadline when generators stop looking for more
    /// @throws ProblemException if a chosen step is unknown or not for that type of column
    public Prepared fit(Recipe recipe, Table training, Target target, Seed seed, Deadline deadline) {
        RecipeBuilder builder = new RecipeBuilder(training.schema().names(), recipe.preparation().keepsMissing());
        Frame frame = new Frame(training);
        for (int i = 0; i < training.schema().size(); i++) {
            Field field = training.schema().field(i);
            if (field.role() != Role.FEATURE || recipe.preparation() == Preparation.NONE) {
                continue;
            }
            Column values = withoutTokens(field, training.columns().get(i), frame, builder);
            ColumnAtHand column = new ColumnAtHand(field, values, target, recipe.preparation(), seed.child("column", i));
            step(recipe, column).fit(column, builder);
        }
        generate(training, frame, builder, new RowsAtHand.Place(recipe, target, seed, deadline));
        FittedRecipe fitted = builder.build();
        return new Prepared(fitted, builder.withTrainingValues(fitted.apply(training)));
    }

    private void generate(Table training, Frame frame, RecipeBuilder builder, RowsAtHand.Place place) {
        Recipe recipe = place.recipe();
        if (recipe.generators().isEmpty() || recipe.preparation() == Preparation.NONE || training.rows() == 0) {
            return;
        }
        Matrix features = builder.withTrainingValues(builder.build().apply(training));
        RowsAtHand rows = new RowsAtHand(training.schema(), frame, features, place);
        for (String id : recipe.generators()) {
            if (generators.stream().noneMatch(generator -> generator.id().equals(id))) {
                throw new IllegalArgumentException("no generator '%s'".formatted(id));
            }
        }
        generators.stream().filter(generator -> recipe.generators().contains(generator.id()))
                .forEach(generator -> generator.fit(rows, builder));
    }

    // Steps learn from what they will see when they are applied: behind the missing tokens.
    private static Column withoutTokens(Field field, Column values, Frame frame, RecipeBuilder builder) {
        if (values instanceof NumberColumn || field.missingTokens().isEmpty()) {
            return values;
        }
        builder.missingTokens(field.name(), field.missingTokens());
        new MissingTokens(List.of(field.name()), field.missingTokens()).apply(frame);
        return frame.strings(field.name());
    }

    private Step step(Recipe recipe, ColumnAtHand column) {
        String chosen = recipe.chosen().get(column.field().name());
        if (chosen == null) {
            return byId(StepChoice.of(column.field(), column.values(), column.target().classCount(), column.preparation()).step());
        }
        return StepWish.parse(chosen).find(steps, column.field());
    }

    /// @throws IllegalArgumentException if there is no such step
    public Step byId(String id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no step '%s'".formatted(id)));
    }

    /// What a step makes of a column of a sample, see [StepPreview].
    ///
    /// @param rows how many of the first rows are shown
    public StepPreview preview(Table sample, StepPreview.Wish wish, int rows) {
        return StepPreview.of(this, sample, wish, rows);
    }
}
