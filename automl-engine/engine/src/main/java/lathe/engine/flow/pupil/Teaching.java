package lathe.engine.flow.pupil;

import java.util.Map;
import java.util.function.UnaryOperator;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Target;
import lathe.engine.learn.tree.BoostingLearner;
import lathe.engine.prepare.Recipe;
import lathe.engine.prepare.RecipeFitter;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.scoring.Matrix;
import lathe.scoring.Predictions;
import lathe.scoring.Table;
import lathe.scoring.form.Features;
import lathe.scoring.form.Form;
import lathe.scoring.form.Trees;
import lathe.scoring.step.FittedRecipe;

/// Fits pupils: boosted trees of many leaves, taught without early stopping, as a teacher's answers hold little noise.
///
/// @param learner boosting
/// @param recipes fits recipes
/// @param recipe  how columns are prepared
/// @param learnt  makes of rows as callers give them rows as learners see them
/// @param truthShare how much of a real row's answer is the truth, from 0 to 1
/// @param fine       whether trees have as many leaves as the rows allow, or as a plain boosted model's
public record Teaching(BoostingLearner learner, RecipeFitter recipes, Recipe recipe, UnaryOperator<Table> learnt, double truthShare, boolean fine) {

    private static final double DISTANCE = 14;   // rounds times learning rate
    private static final double DISTANCE_OF_MORE_CLASSES = 28;   // a round goes down one mixture of them
    private static final double MOST_RATE = 0.3;
    private static final double LEAST_RATE = 0.025;
    private static final double COLUMNS = 0.9;   // answers hold little noise, and a tree without a strong column costs more than it brings
    private static final double LEFT_OUT = 0.5;   // rows that a tree does not see where all of a lesson is the truth
    private static final int ROWS_OF_A_LEAF = 60;
    private static final int MOST_LEAVES = 255;
    private static final int LEAST_LEAVES = 31;
    /// The fewest rounds a fit can be asked for.
    public static final int LEAST_ROUNDS = 50;

    /// A pupil.
    ///
    /// @param preparing seconds that preparing its lesson took
    /// @param growing   seconds that its trees took
    public record Taught(FittedRecipe recipe, Trees form, double preparing, double growing) {
        /// With the trees of the first rounds alone, one for each.
        public Taught first(int trees) {
            return new Taught(recipe, form.first(trees), preparing, growing);
        }

        public double seconds() {
            return preparing + growing;
        }

        public Predictions predict(Table table) {
            return form.predict(Features.of(recipe.apply(table)));
        }
    }

    /// @param rounds at least [#LEAST_ROUNDS]
    /// @param rows   taught on, as many as they count for
    public Hyperparameters settings(DataShape shape, int rounds, double rows) {
        double rate = Math.clamp((shape.classes() > 2 ? DISTANCE_OF_MORE_CLASSES : DISTANCE) / rounds, LEAST_RATE, MOST_RATE);
        Hyperparameters settings = learner.space(shape).with(Map.of("rounds", (double) rounds, "learning_rate", rate,
                "leaf_rows", 5.0, "columns", COLUMNS, "stopping", "never"));
        return fine ? settings.with("leaves", Math.clamp((int) (rows / ROWS_OF_A_LEAF), LEAST_LEAVES, MOST_LEAVES)).with("rows", rowsOfATree()) : settings;
    }

    /// With the leaves and rows of a plain boosted model's trees, which bear more noise.
    public Teaching plain() {
        return new Teaching(learner, recipes, recipe, learnt, truthShare, false);
    }

    // Trees that see different rows do not all learn the same row's chance; a teacher's answer has none to speak of. The truth's share of a
    // lesson brings the square of it in variance.
    private double rowsOfATree() {
        return 1 - LEFT_OUT * truthShare * truthShare;
    }

    /// A lesson as trees see it.
    ///
    /// @param seconds that it took
    public record Prepared(Lessons.Lesson lesson, RecipeFitter.Prepared columns, double seconds) { }

    public Taught fit(Lessons.Lesson lesson, Hyperparameters settings, FitContext context) {
        return grow(prepare(lesson, context.deadline()), settings, context);
    }

    /// @param deadline when no more joined columns are looked for
    public Prepared prepare(Lessons.Lesson lesson, Deadline deadline) {
        long begin = System.nanoTime();
        RecipeFitter.Prepared columns = recipes.fit(recipe, learnt.apply(lesson.table()), lesson.target(), new Seed(3), deadline);
        return new Prepared(lesson, columns, (System.nanoTime() - begin) / 1e9);
    }

    public Taught grow(Prepared prepared, Hyperparameters settings, FitContext context) {
        long begin = System.nanoTime();
        Target target = prepared.lesson().target();
        Matrix training = prepared.columns().training();
        Form form = target.task().isClassification() ? learner.fitShares(training, target, prepared.lesson().shares(), settings, context)
                : learner.fit(training, target, settings, context);
        if (form instanceof Trees trees) {
            return new Taught(prepared.columns().recipe(), trees, prepared.seconds(), (System.nanoTime() - begin) / 1e9);
        }
        throw new IllegalArgumentException("a pupil must be made of trees, %s gave %s".formatted(learner.id(), form.getClass().getSimpleName()));
    }
}
