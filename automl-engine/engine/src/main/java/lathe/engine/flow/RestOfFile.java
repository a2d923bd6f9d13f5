package lathe.engine.flow;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import lathe.engine.data.RowSample;
import lathe.engine.evaluate.Metric;
import lathe.engine.evaluate.Validation;
import lathe.engine.flow.RestPlan.Part;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.GatheredRows;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.RowDraw;
import lathe.engine.learn.Target;
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
import lathe.scoring.form.Features;
import lathe.scoring.form.Form;
import lathe.scoring.pack.MemberFile;
import lathe.scoring.pack.RecipeId;
import lathe.scoring.step.FittedRecipe;

/// After a search on a sample of a long file: the best boosted trees, and the best network where it helps them, learnt once more from
/// rows of the file that were not in the sample, as many as time and memory allow.
///
/// They are read piece by piece, once for all, into few bytes a cell. None of them is a row of the sample, so for the new models all of
/// the sample is unseen: their predictions for the out-of-fold rows are as honest as those of any trial, and they join the trials.
/// Recipes are fitted on the training rows of the single split. A learning curve on the sample says first whether more rows pay.
final class RestOfFile {

    static final double CURVE_SHARE = 0.2;
    static final double USED = 0.85;                    // of the time, so that the last round ends in it

    private static final double LEAST_BUDGET = 60;
    private static final double SHARE = 0.45;
    private static final double LATE = 1.6;             // beyond what was planned, reading is given up
    private static final double MOST_READING = 0.7;

    private final RestPlan.Ground ground;
    private final PreparedRun run;
    private final Time time;

    /// @param deadline when it must have ended
    /// @param finish   asks it to give up
    /// @param cancel   stops everything
    record Time(Deadline deadline, CancelToken finish, CancelToken cancel) { }

    /// What came of it.
    ///
    /// @param ends     new trials; none if nothing was learnt
    /// @param sentence what a person is told
    record Outcome(List<TrialEnd> ends, String sentence) { }

    RestOfFile(Path source, ProjectSettings asked, PreparedRun run, Metric metric, Seed seed, Time time) {
        this.ground = new RestPlan.Ground(source, asked, run, metric, seed, time);
        this.run = run;
        this.time = time;
    }

    /// Seconds of the budget to keep for it; 0 where nothing will be learnt from the rest, as where columns are derived or rows chosen:
    /// the rest is read piece by piece, without the table they are found in.
    static double reserve(ProjectSettings asked, PreparedRun run, boolean single) {
        boolean plain = asked.search().validation() instanceof Validation.Random && run.search().folds().count() == 1
                && !run.search().balanced() && run.search().smote() == 0 && !run.search().target().isWeighted() && !single;
        plain &= asked.table().equals(TableChoice.NONE);
        double budget = asked.search().budgetSeconds();
        return asked.reading().draws() && asked.search().trialLimit() == 0 && plain && budget >= LEAST_BUDGET ? SHARE * budget : 0;
    }

    /// What can be done in the time; none if it is too little to pay.
    ///
    /// @param ends trials of the search
    Optional<RestPlan> plan(List<TrialEnd> ends) {
        return ground.plan(ends);
    }

    /// Reads and learns.
    ///
    /// @param number of the first new trial
    /// @param folder where their models go
    Outcome learn(RestPlan plan, int number, Path folder) {
        List<Curve> curves = plan.parts().stream().map(part -> curve(part, CURVE_SHARE / plan.parts().size())).toList();
        String told = curves.stream().map(Curve::sentence).collect(Collectors.joining());
        List<Learning> learnings = new ArrayList<>();
        int most = plan.room();
        for (int i = 0; i < curves.size(); i++) {
            if (curves.get(i).pays) {
                learnings.add(learning(plan.parts().get(i), number + i, most));
            }
        }
        if (learnings.isEmpty()) {
            return new Outcome(List.of(), told.strip());
        }
        RestRows rows = new RestRows(run.signature(), learnings.stream().map(Learning::keeping).toList(),
                KnownRows.of(run.search().table().select(run.search().folds().validated()), run.holdout()), most);
        try {
            read(rows, plan);
        } catch (RestRows.TooSlow slow) {
            return new Outcome(List.of(), told + "The rest of the file could not be read in time.");
        }
        if (rows.rows() < plan.parts().getFirst().prepared().training().rows()) {
            return new Outcome(List.of(), told + "The rest of the file has too few rows that differ from those the models are judged by.");
        }
        return outcome(learnings, rows.target(), folder, told);
    }

    private void read(RestRows rows, RestPlan plan) {
        RowSample sample = RowsRead.sample(ground.asked().reading(), ground.asked().search().seed());
        double limit = Math.min(MOST_READING * time.deadline().secondsLeft(), LATE * plan.reading() + 5);
        rows.read(ground.source(), run.imported().table().schema(), ProjectReading.of(ground.asked()).withSample(sample.others(plan.others())),
                within(limit), time.cancel());
    }

    /// A trial to come and the rows kept for it.
    private record Learning(Part part, Trial trial, GatheredRows rows) {

        RestRows.Keeping keeping() {
            return new RestRows.Keeping(part.prepared().recipe(), rows);
        }
    }

    private Learning learning(Part part, int number, int room) {
        Trial old = part.best().trial();
        Hyperparameters settings = part.learner().forManyRows(old.hyperparameters());
        Trial trial = new Trial(number, old.learner(), settings, old.recipe(), ground.seed().child("fit", number));
        return new Learning(part, trial, part.learner().gather(part.prepared().training(), settings, room));
    }

    private record Fitted(Form form, Instant started, double seconds) { }

    // Side by side: trees use all cores, but not all the time.
    private Outcome outcome(List<Learning> learnings, Target target, Path folder, String told) {
        Deadline end = time.deadline().minus(millis((1 - USED) * time.deadline().secondsLeft()));
        List<Fitted> fits = new ArrayList<>();
        try (ChunkCrew<Fitted> crew = new ChunkCrew<>("rest", learnings.size(), fits::add)) {
            learnings.forEach(learning -> crew.add(() -> fitted(learning, target, end)));
            crew.finish();
        }
        List<TrialEnd> ends = new ArrayList<>();
        StringBuilder sentence = new StringBuilder(told);
        for (int i = 0; i < fits.size(); i++) {
            scored(learnings.get(i), fits.get(i), target.rows(), folder, sentence).ifPresent(ends::add);
        }
        return new Outcome(ends, sentence.toString().strip());
    }

    private Fitted fitted(Learning learning, Target target, Deadline end) {
        Instant started = Instant.now();
        long begin = System.nanoTime();
        Form form = learning.rows.fit(target, new FitContext(learning.trial.seed(), end, time.finish(), learning.trial.recipe().directions()));
        return new Fitted(form, started, (System.nanoTime() - begin) / 1e9);
    }

    private Optional<TrialEnd> scored(Learning learning, Fitted fitted, int rows, Path folder, StringBuilder told) {
        FittedRecipe recipe = learning.part.prepared().recipe();
        Trial trial = learning.trial;
        long begin = System.nanoTime();
        Predictions outOfFold = predict(recipe, fitted.form);
        double micros = (System.nanoTime() - begin) / 1e3 / outOfFold.rows();
        if (!Arrays.stream(outOfFold.values()).allMatch(Double::isFinite)) {
            told.append("What ").append(trial.name()).append(" learnt from the rest of the file answers with something that is not a number. ");
            return Optional.empty();
        }
        double value = ground.value(outOfFold);
        Path file = folder.resolve("rest-" + trial.number() + ".member");
        MemberFile.write(file, RecipeId.of(recipe), recipe, fitted.form);
        told.append(String.format(Locale.ROOT, "%s learnt from %,d rows outside of the sample: %s of %.4g on rows neither has seen, %s had %.4g. ",
                trial.name(), rows, ground.metric().id(), value, learning.part.best().trial().name(), learning.part.scored().value()));
        TrialOutcome.Scored scored = new TrialOutcome.Scored(value, List.of(value), fitted.seconds, outOfFold, List.of(file), micros,
                recipe.features().size());
        return Optional.of(new TrialEnd(trial, fitted.started, Instant.now(), scored));
    }

    /// What more rows brought on the sample.
    ///
    /// @param sentence empty where there was no time to find out
    private record Curve(String sentence, boolean pays) { }

    private Curve curve(Part part, double share) {
        TrialOutcome.Scored all = part.scored();
        if (all.seconds() > share * time.deadline().secondsLeft()) {
            return new Curve("", true);
        }
        Trial trial = part.best().trial();
        Target target = run.search().target().select(run.search().folds().train(0));
        List<String> parts = new ArrayList<>();
        double before = Double.NaN;
        for (double some : new double[] {0.25, 0.5}) {
            int[] rows = RowDraw.share(target, some, ground.seed().child("curve", 0));
            Matrix features = part.prepared().training().select(rows);
            Form form = part.learner().fit(features, target.select(rows), trial.hyperparameters(), new FitContext(ground.seed().child("curve-fit", 0),
                    within(share * time.deadline().secondsLeft()), time.finish(), trial.recipe().directions()));
            before = ground.value(predict(part.prepared().recipe(), form));
            parts.add(String.format(Locale.ROOT, "%.4g from %,d", before, rows.length));
        }
        parts.add(String.format(Locale.ROOT, "%.4g from all %,d", all.value(), target.rows()));
        boolean pays = ground.metric().better(all.value(), before);
        return new Curve("Learning curve of %s, %s by rows of the sample: %s%s. ".formatted(trial.name(), ground.metric().id(),
                String.join(", ", parts), pays ? "" : "; the last did not help, so no more of the file was read for it"), pays);
    }

    private Predictions predict(FittedRecipe recipe, Form form) {
        RunData data = run.search();
        return form.predict(Features.of(recipe.apply(data.table().select(data.folds().validated()))));
    }

    private static Deadline within(double seconds) {
        return Deadline.in(millis(seconds));
    }

    private static Duration millis(double seconds) {
        return Duration.ofMillis((long) (1000 * seconds));
    }
}
