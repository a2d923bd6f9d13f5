package lathe.engine.search;

import java.util.ArrayDeque;
import java.util.Deque;
import java.time.Duration;
import java.util.List;
import lathe.engine.learn.ClassBalance;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Learner;
import lathe.engine.learn.Target;
import lathe.engine.prepare.Generator;
import lathe.engine.prepare.Recipe;
import lathe.engine.prepare.RecipeFitter;
import lathe.engine.prepare.Smote;
import lathe.engine.prepare.Step;
import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.scoring.Matrix;
import lathe.scoring.Predictions;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.Table;
import lathe.scoring.form.Features;
import lathe.scoring.form.Form;
import lathe.scoring.step.FittedRecipe;

/// Fits one fold of one trial: recipe on the training rows, learner on what comes out, answers for the validation rows.
///
/// Prepared rows are kept for the next trial of the same recipe and fold, up to [#MOST_CELLS] numbers in all.
public final class FoldFitter {

    private static final double FITTING_SHARE = 0.9;   // of a job's time; its validation rows must be answered in the rest, or all is lost
    private static final long MOST_CELLS = 60_000_000;
    // All trials of a run share what is prepared, so preparing has a seed of its own.
    private static final Seed PREPARING = new Seed(0x1A7E);

    private final RunData data;
    private final List<Learner> learners;
    private final RecipeFitter recipes;
    private final Deque<Ready> cache = new ArrayDeque<>();

    /// What came of a fit.
    ///
    /// @param predictSeconds time the form took for the validation rows
    public record Fit(FittedRecipe recipe, Form form, Predictions validation, double predictSeconds) { }

    // The target with rows made up among them, and of the real ones.
    private record Ready(Recipe plan, int fold, FittedRecipe recipe, Matrix training, Target target, Target real, Matrix validation) {
        // Steps have learnt from real rows only.
        Ready with(Smote.Made made) {
            return new Ready(plan, fold, recipe, training.above(recipe.apply(made.table())), target.and(made.target()), real, validation);
        }

        long cells() {
            return (long) training.width() * (training.rows() + validation.rows());
        }
    }

    public FoldFitter(RunData data, List<Learner> learners, List<Step> steps, List<Generator> generators) {
        this.data = data;
        this.learners = List.copyOf(learners);
        this.recipes = new RecipeFitter(steps, generators);
    }

    /// @throws ProblemException if preparing leaves no feature, or the learner gives numbers that are no answer
    public Fit fit(FoldJob job) {
        Trial trial = job.trial();
        Learner learner = learners.stream().filter(known -> known.id().equals(trial.learner())).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no learner '%s'".formatted(trial.learner())));
        Deadline deadline = Deadline.in(Duration.ofMillis((long) (FITTING_SHARE * job.seconds() * 1000)));
        Ready ready = ready(trial.recipe(), job.fold(), deadline);
        requireFeatures(learner, ready.training());
        FitContext context = new FitContext(trial.seed().child("fold", job.fold()), deadline, new CancelToken(),
                trial.recipe().directions());
        Form form = ready.target().rows() > ready.real().rows()
                ? ClassBalance.fitGrown(learner, ready.training(), ready.target(), ready.real(), trial.hyperparameters(), context)
                : data.balanced() ? ClassBalance.fit(learner, ready.training(), ready.target(), trial.hyperparameters(), context)
                : learner.fitByWeight(ready.training(), ready.target(), trial.hyperparameters(), context);
        long begin = System.nanoTime();
        Predictions validation = form.predict(Features.of(ready.validation()));
        double predictSeconds = (System.nanoTime() - begin) / 1e9;
        check(trial, validation);
        return new Fit(ready.recipe(), form, validation, predictSeconds);
    }

    private Ready ready(Recipe plan, int fold, Deadline deadline) {
        for (Ready ready : cache) {
            if (ready.fold() == fold && ready.plan().equals(plan)) {
                return ready;
            }
        }
        int[] training = data.folds().train(fold);
        Table rows = data.table().select(training);
        Target target = data.target().select(training);
        RecipeFitter.Prepared prepared = recipes.fit(plan.without(Smote.ID), rows, target, PREPARING.child("fold", fold), deadline);
        Matrix validation = prepared.recipe().apply(data.table().select(data.folds().validation(fold)));
        Ready ready = new Ready(plan, fold, prepared.recipe(), prepared.training(), target, target, validation);
        if (plan.generators().contains(Smote.ID) && data.smote() > 0) {
            ready = ready.with(Smote.of(rows, target, data.smote(), PREPARING.child("smote", fold)));
        }
        cache.addFirst(ready);
        while (cache.size() > 1 && cache.stream().mapToLong(Ready::cells).sum() > MOST_CELLS) {
            cache.removeLast();
        }
        return ready;
    }

    private static void requireFeatures(Learner learner, Matrix training) {
        if (training.width() == 0 && learner.preparation() != Learner.Preparation.NONE) {
            throw new ProblemException(Problem.of("nothing-prepared",
                    "No column tells its rows apart on %d training rows, so nothing was left to learn from.".formatted(training.rows()),
                    "Keep more columns, or add rows."));
        }
    }

    private static void check(Trial trial, Predictions predictions) {
        for (double value : predictions.values()) {
            if (!Double.isFinite(value)) {
                throw new ProblemException(new Problem("not-a-number",
                        "%s answered with something that is not a number.".formatted(trial.name()), "",
                        "The trial is left out; nothing needs to be done."));
            }
        }
    }
}
