package lathe.engine.flow;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import lathe.engine.builtin.Generators;
import lathe.engine.builtin.Steps;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.RowSample;
import lathe.engine.data.TableImport;
import lathe.engine.evaluate.Metric;
import lathe.engine.evaluate.Validation;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.RowDraw;
import lathe.engine.learn.Target;
import lathe.engine.learn.tree.BinnedRows;
import lathe.engine.learn.tree.BoostingLearner;
import lathe.engine.prepare.RecipeFitter;
import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.engine.search.RunData;
import lathe.engine.search.Trial;
import lathe.engine.search.TrialEnd;
import lathe.engine.search.TrialOutcome;
import lathe.engine.track.ProjectSettings;
import lathe.engine.track.TableChoice;
import lathe.scoring.Matrix;
import lathe.scoring.Predictions;
import lathe.scoring.Table;
import lathe.scoring.form.Features;
import lathe.scoring.form.Form;
import lathe.scoring.form.Trees;
import lathe.scoring.pack.MemberFile;
import lathe.scoring.pack.RecipeId;
import lathe.scoring.step.FittedRecipe;

/// After a search on a sample of a long file: the best boosted trees, learnt once more from rows of the file that were not in the
/// sample, as many as time and memory allow.
///
/// They are read piece by piece into one byte a cell. None of them is a row of the sample, so for the new model all of the sample is
/// unseen: its predictions for the out-of-fold rows are as honest as those of any trial, and it joins the trials as one of them. The
/// recipe is fitted on the training rows of the single split. A learning curve on the sample says first whether more rows pay.
final class RestOfFile {

    private static final double LEAST_BUDGET = 60;
    private static final double SHARE = 0.45;
    private static final double LOOKED_AT = 0.06;       // of reading all rows: what rows cost that are not drawn
    private static final double TRYING = 0.03;
    private static final double CURVE_SHARE = 0.2;
    private static final double USED = 0.85;            // of the time, so that the last round ends in it
    private static final int LEAVES = 127;
    private static final int LEAF_ROWS = 20;
    private static final int ROUNDS = 60;               // with the longest steps
    private static final double OUT_OF_CACHE = 1.5;
    private static final double READ_MARGIN = 1.3;
    private static final double MEMORY_SHARE = 0.6;
    private static final int BYTES_BESIDES = 80;        // a row's sums, gradients, places and answers
    private static final double LATE = 1.6;             // beyond what was planned, reading is given up
    private static final double MOST_READING = 0.7;
    private static final int MOST_ROWS = 1 << 30;
    private static final int TRIED_ROWS = 1 << 14;

    private final Path source;
    private final ProjectSettings asked;
    private final PreparedRun run;
    private final Metric metric;
    private final Seed seed;
    private final Time time;

    /// @param deadline when it must have ended
    /// @param finish   asks it to give up
    /// @param cancel   stops everything
    record Time(Deadline deadline, CancelToken finish, CancelToken cancel) { }

    /// What is to be done.
    ///
    /// @param best  trial whose settings are taken
    /// @param others share of the rows outside of the sample
    /// @param rows  about how many that are
    /// @param reading seconds for reading them
    /// @param prepared recipe and rows of the single split
    record Plan(TrialEnd best, double others, int rows, double reading, RecipeFitter.Prepared prepared) { }

    /// What came of it.
    ///
    /// @param end      the trial; none if nothing was learnt
    /// @param sentence what a person is told
    record Outcome(Optional<TrialEnd> end, String sentence) { }

    RestOfFile(Path source, ProjectSettings asked, PreparedRun run, Metric metric, Seed seed, Time time) {
        this.source = source;
        this.asked = asked;
        this.run = run;
        this.metric = metric;
        this.seed = seed;
        this.time = time;
    }

    /// Seconds of the budget to keep for it; 0 where nothing will be learnt from the rest, as where columns are derived or rows chosen:
    /// the rest is read piece by piece, without the table they are found in.
    static double reserve(ProjectSettings asked, PreparedRun run, boolean single) {
        boolean plain = asked.search().validation() instanceof Validation.Random && run.search().folds().count() == 1
                && !run.search().balanced() && !run.search().target().isWeighted() && !single;
        plain &= asked.table().equals(TableChoice.NONE);
        double budget = asked.search().budgetSeconds();
        return asked.reading().draws() && asked.search().trialLimit() == 0 && plain && budget >= LEAST_BUDGET ? SHARE * budget : 0;
    }

    /// What can be done in the time; none, with the reason told, if it is too little to pay.
    ///
    /// @param ends trials of the search
    Optional<Plan> plan(List<TrialEnd> ends) {
        Optional<TrialEnd> best = ends.stream().filter(end -> end.trial().learner().equals("boosting") && scored(end).members().size() == 1)
                .reduce((one, other) -> metric.better(scored(other).value(), scored(one).value()) ? other : one);
        if (best.isEmpty() || !new TableImport().draws(source, options())) {
            return Optional.empty();
        }
        TrialOutcome.Scored scored = scored(best.get());
        int[] training = run.search().folds().train(0);
        RecipeFitter.Prepared prepared = new RecipeFitter(Steps.ALL, Generators.ALL).fit(best.get().trial().recipe(),
                run.search().table().select(training), run.search().target().select(training), seed.child("recipe", 0), time.deadline());
        double seconds = USED * time.deadline().secondsLeft();
        double sample = asked.reading().sample();
        double all = run.imported().table().rows() / sample;
        double whole = new TableImport().seconds(source, options(), TRYING * seconds, time.cancel());
        double curve = Math.min(CURVE_SHARE * seconds, scored.seconds());
        double perRow = READ_MARGIN * readingARow(whole / all, prepared.recipe()) + fittingARow(best.get(), training.length);
        double inTime = (seconds - curve - LOOKED_AT * whole) / perRow;
        int rows = (int) Math.min(MOST_ROWS, Math.min(inTime, Math.min(inMemory(prepared.training().width()), (1 - sample) * all)));
        if (rows < training.length) {
            return Optional.empty();
        }
        double others = Math.min(1, rows / ((1 - sample) * all));
        return Optional.of(new Plan(best.get(), others, rows, READ_MARGIN * (LOOKED_AT * whole + rows * readingARow(whole / all, prepared.recipe())), prepared));
    }

    // One thread reads, the others prepare and cut into bins.
    private double readingARow(double reading, FittedRecipe recipe) {
        Table table = run.search().table();
        Table some = table.select(IntStream.range(0, Math.min(TRIED_ROWS, table.rows())).toArray());
        recipe.apply(some);
        long begin = System.nanoTime();
        recipe.apply(some);
        double preparing = (System.nanoTime() - begin) / 1e9 / some.rows();
        return Math.max(reading, (reading + preparing) / Runtime.getRuntime().availableProcessors());
    }

    // Many rows carry large trees, and there is time for few rounds.
    private static Hyperparameters settings(Trial old) {
        Map<String, Object> values = new HashMap<>(old.hyperparameters().values());
        values.put("leaves", Math.max(LEAVES, old.hyperparameters().whole("leaves")));
        values.put("leaf_rows", Math.max(LEAF_ROWS, old.hyperparameters().whole("leaf_rows")));
        values.put("cuts", "best");
        return new Hyperparameters(values);
    }

    private static double fittingARow(TrialEnd best, int rows) {
        TrialOutcome.Scored scored = scored(best);
        double larger = Math.log(LEAVES + 1.0) / Math.log(Math.min(LEAVES, best.trial().hyperparameters().whole("leaves")) + 1.0);
        Form form = MemberFile.read(scored.members().getFirst()).form();
        double rounds = form instanceof Trees trees ? Math.max(1, trees.trees() / (double) trees.base().length) : ROUNDS;
        return larger * OUT_OF_CACHE * ROUNDS * scored.seconds() / rounds / rows;
    }

    private static double inMemory(int features) {
        Runtime java = Runtime.getRuntime();
        double free = java.maxMemory() - (double) (java.totalMemory() - java.freeMemory());
        return MEMORY_SHARE * free / (4.0 * Math.ceilDiv(features, 4) + BYTES_BESIDES);
    }

    /// Reads and learns.
    ///
    /// @param number of the new trial
    /// @param file   where its model goes
    Outcome learn(Plan plan, int number, Path file) {
        Instant started = Instant.now();
        Deadline end = time.deadline();
        Curve curve = curve(plan);
        if (!curve.pays) {
            return new Outcome(Optional.empty(), curve.sentence.strip());
        }
        Trial old = plan.best().trial();
        Hyperparameters settings = settings(old);
        int most = (int) Math.min(Integer.MAX_VALUE - 16, 1.1 * plan.rows() + TRIED_ROWS);
        BinnedRows binned = new BinnedRows(plan.prepared().training(), settings.whole("bins"), most);
        RestRows rows = new RestRows(run.signature(), plan.prepared().recipe(), binned,
                KnownRows.of(run.search().table().select(run.search().folds().validated()), run.holdout()), most);
        try {
            RowSample sample = RowsRead.sample(asked.reading(), asked.search().seed());
            rows.read(source, run.imported().table().schema(), options().withSample(sample.others(plan.others())),
                    Deadline.in(Duration.ofMillis((long) (1000 * Math.min(MOST_READING * end.secondsLeft(), LATE * plan.reading() + 5)))), time.cancel());
        } catch (RestRows.TooSlow slow) {
            return new Outcome(Optional.empty(), curve.sentence + "The rest of the file could not be read in time.");
        }
        if (rows.rows() < plan.prepared().training().rows()) {
            return new Outcome(Optional.empty(), curve.sentence + "The rest of the file has too few rows that differ from those the models are judged by.");
        }
        Seed own = seed.child("fit", number);
        long begin = System.nanoTime();
        Target target = rows.target();
        Trees form = new BoostingLearner().fitGathered(rows.binned(), plan.prepared().training().names(), target, settings,
                new FitContext(own, end.minus(Duration.ofMillis((long) (1000 * (1 - USED) * end.secondsLeft()))), time.finish(), old.recipe().directions()));
        double seconds = (System.nanoTime() - begin) / 1e9;
        Trial trial = new Trial(number, old.learner(), settings, old.recipe(), own);
        return scored(plan, trial, form, new Fitted(file, rows.rows(), seconds, started, curve.sentence));
    }

    private record Fitted(Path file, int rows, double seconds, Instant started, String curve) { }

    private Outcome scored(Plan plan, Trial trial, Form form, Fitted fitted) {
        FittedRecipe recipe = plan.prepared().recipe();
        long begin = System.nanoTime();
        Predictions outOfFold = predict(recipe, form);
        double micros = (System.nanoTime() - begin) / 1e3 / outOfFold.rows();
        if (!Arrays.stream(outOfFold.values()).allMatch(Double::isFinite)) {
            return new Outcome(Optional.empty(), fitted.curve + "What was learnt from the rest of the file answers with something that is not a number.");
        }
        double value = value(outOfFold);
        MemberFile.write(fitted.file, RecipeId.of(recipe), recipe, form);
        TrialOutcome.Scored scored = new TrialOutcome.Scored(value, List.of(value), fitted.seconds, outOfFold, List.of(fitted.file), micros,
                recipe.features().size());
        return new Outcome(Optional.of(new TrialEnd(trial, fitted.started, Instant.now(), scored)), String.format(Locale.ROOT,
                "%s%s learnt from %,d rows outside of the sample: %s of %.4g on rows neither has seen, %s had %.4g.", fitted.curve, trial.name(),
                fitted.rows, metric.id(), value, plan.best().trial().name(), scored(plan.best()).value()));
    }

    /// What more rows brought on the sample.
    ///
    /// @param sentence empty where there was no time to find out
    private record Curve(String sentence, boolean pays) { }

    private Curve curve(Plan plan) {
        TrialOutcome.Scored all = scored(plan.best());
        if (all.seconds() > CURVE_SHARE * time.deadline().secondsLeft()) {
            return new Curve("", true);
        }
        Target target = run.search().target().select(run.search().folds().train(0));
        List<String> parts = new ArrayList<>();
        double before = Double.NaN;
        for (double share : new double[] {0.25, 0.5}) {
            int[] rows = RowDraw.share(target, share, seed.child("curve", 0));
            Matrix features = plan.prepared().training().select(rows);
            Deadline limit = Deadline.in(Duration.ofMillis((long) (1000 * CURVE_SHARE * time.deadline().secondsLeft())));
            Form form = new BoostingLearner().fit(features, target.select(rows), plan.best().trial().hyperparameters(),
                    new FitContext(seed.child("curve-fit", 0), limit, time.finish(), plan.best().trial().recipe().directions()));
            before = value(predict(plan.prepared().recipe(), form));
            parts.add(String.format(Locale.ROOT, "%.4g from %,d", before, rows.length));
        }
        parts.add(String.format(Locale.ROOT, "%.4g from all %,d", all.value(), target.rows()));
        boolean pays = metric.better(all.value(), before);
        return new Curve("Learning curve of %s, %s by rows of the sample: %s%s. ".formatted(plan.best().trial().name(), metric.id(),
                String.join(", ", parts), pays ? "" : "; the last did not help, so no more of the file was read"), pays);
    }

    private Predictions predict(FittedRecipe recipe, Form form) {
        RunData data = run.search();
        return form.predict(Features.of(recipe.apply(data.table().select(data.folds().validated()))));
    }

    private double value(Predictions outOfFold) {
        RunData data = run.search();
        return metric.compute(data.target().select(data.folds().validated()), outOfFold, run.signature().positive());
    }

    private ImportOptions options() {
        return ProjectReading.of(asked);
    }

    private static TrialOutcome.Scored scored(TrialEnd end) {
        return FinalChoice.scored(end);
    }
}
