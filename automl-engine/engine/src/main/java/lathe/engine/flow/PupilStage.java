package lathe.engine.flow;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import lathe.engine.evaluate.Metric;
import lathe.engine.flow.pupil.Teaching;
import lathe.engine.flow.pupil.TruthShare;
import lathe.engine.flow.resume.KeptTrial;
import lathe.engine.learn.Learner;
import lathe.engine.learn.Target;
import lathe.engine.prepare.Recipe;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.engine.search.Trial;
import lathe.engine.search.TrialEnd;
import lathe.engine.search.TrialOutcome;
import lathe.engine.track.EnsembleRecord;
import lathe.engine.track.ProjectSettings;
import lathe.engine.track.SearchSettings;
import lathe.engine.track.TrialRecord;
import lathe.scoring.FieldType;
import lathe.scoring.Predictions;
import lathe.scoring.Schema;
import lathe.scoring.Task;
import lathe.scoring.pack.MemberFile;
import lathe.scoring.pack.RecipeId;

/// When a run teaches a pupil, and what for: in place of a blend that answers too slowly, or as one model more beside those of the blend
/// that taught it.
///
/// The latter pays where models explain most of the target: what a row's truth and the answers of many models say together leaves little
/// to chance, so that one model can learn it with many leaves and from mixed rows too. Elsewhere the search has the time, and so it has
/// where rows are few, as the model was hardly ever chosen there, and among texts, which take too long to prepare for each of its fits.
final class PupilStage {

    /// Of a blend, as [TruthShare] counts, from which on a pupil is worth its time as one model more.
    private static final double LEAST_TRUTH = 0.5;
    private static final double SHARE_IN_PLACE = 0.3;
    private static final double SHARE_BESIDE = 0.25;
    private static final double MOST_SECONDS_IN_PLACE = 300;
    private static final double MOST_SECONDS_BESIDE = 45;   // more mixed rows bring nothing there
    private static final double LEAST_BUDGET = 20;
    private static final double LEAST_BUDGET_BESIDE = 30;
    private static final int LEAST_ROWS_BESIDE = 2_000;
    private static final double CHOOSING = 0.15;   // of the time, for the blend that teaches
    private static final Set<String> SQUARED = Set.of("rmse", "r2");

    private final PreparedRun run;
    private final ProjectSettings asked;
    private final SearchSettings search;
    private final RunControl control;
    private final Shelf shelf;
    private final String refusal;
    private final boolean mayStandBeside;
    private boolean pays;

    /// @param learners those that may be tried
    PupilStage(PreparedRun run, ProjectSettings asked, RunControl control, Shelf shelf, List<Learner> learners) {
        this.run = run;
        this.asked = asked;
        this.search = shelf.book().writer().run().spec().search();
        this.control = control;
        this.shelf = shelf;
        this.refusal = refusal(search, learners);
        this.mayStandBeside = mayStandBeside(asked, search, learners, run.search().table().schema(), run.search().table().rows());
    }

    /// Seconds that a run keeps for one model more where models explain most of the target; 0 if it does so in no case.
    ///
    /// @param metric   id, settled
    /// @param learners those that may be tried
    /// @param inputs   columns to learn from
    /// @param rows     to search on
    static double secondsBeside(ProjectSettings settings, Task task, String metric, List<Learner> learners, Schema inputs, int rows) {
        boolean may = isSquared(task, metric) && mayStandBeside(settings, settings.search(), learners, inputs, rows);
        return may ? secondsBeside(settings.search().budgetSeconds()) : 0;
    }

    private static double secondsBeside(double budget) {
        return Math.min(MOST_SECONDS_BESIDE, SHARE_BESIDE * budget);
    }

    private static String refusal(SearchSettings search, List<Learner> learners) {
        return learners.stream().noneMatch(learner -> learner.id().equals(PupilMaking.LEARNER)) ? "boosting is not among the learners chosen"
                : search.loss().ofAmounts() ? "it could answer amounts below 0"
                : search.budgetSeconds() < LEAST_BUDGET ? "the budget is too short" : "";
    }

    // To keep for it, from what is known now.
    private double seconds() {
        double budget = search.budgetSeconds();
        return asked.search().wantsFast() ? budget < LEAST_BUDGET ? 0 : Math.min(MOST_SECONDS_IN_PLACE, SHARE_IN_PLACE * budget)
                : pays ? secondsBeside(budget) : 0;
    }

    /// Whether one will be taught, as far as is known now.
    boolean wantTime() {
        return seconds() > 0;
    }

    /// When the search must hand over, so that there is time for it.
    Deadline searchEnd(Deadline planned) {
        return planned.minus(Duration.ofMillis((long) (1000 * seconds())));
    }

    /// Whether one model more is worth its time.
    boolean standsBeside() {
        return pays && !control.finish().isCancelled();
    }

    /// Looks at a trial: does it explain so much that a pupil will be worth its time?
    void note(TrialEnd end) {
        if (!pays && mayStandBeside && mayTeach(end) && end.outcome() instanceof TrialOutcome.Scored scored) {
            pays = truthShare(scored.outOfFold()) >= LEAST_TRUTH;
        }
    }

    private static boolean mayTeach(TrialEnd end) {
        return KeptTrial.isUsable(end) && !end.trial().recipe().isDistilled();
    }

    // A run of so many trials has no more; strategies are compared by their own trials.
    private static boolean mayStandBeside(ProjectSettings asked, SearchSettings search, List<Learner> learners, Schema inputs, int rows) {
        return refusal(search, learners).isEmpty() && search.budgetSeconds() >= LEAST_BUDGET_BESIDE && !asked.search().wantsFast()
                && search.trialLimit() == 0 && !isUntimed(search) && search.smote() == 0
                && search.strategy().equals(SearchSettings.PORTFOLIO) && !asked.reading().draws() && rows >= LEAST_ROWS_BESIDE && rows <= PupilMaking.MOST_ROWS
                && inputs.fields().stream().noneMatch(field -> field.type() == FieldType.TEXT);
    }

    private static boolean isUntimed(SearchSettings search) {
        return search.budgetSeconds() >= SearchSettings.LONGEST;
    }

    private double truthShare(Predictions outOfFold) {
        return isSquared(run.signature().task(), shelf.book().metric().id()) ? TruthShare.of(OutOfFold.truth(run), outOfFold) : 0;
    }

    private static boolean isSquared(Task task, String metric) {
        return task.isClassification() || SQUARED.contains(metric);
    }

    /// In place of few members where quick answers are wanted, if it is about as good.
    ///
    /// @param end    of teaching
    /// @param judged when the choice must have ended
    FinalChoice.Chosen inPlaceOf(FinalChoice.Chosen chosen, FinalChoice choice, Deadline end, Deadline judged) {
        FastScoring fast = chosen.fast().orElseThrow();
        String reason = control.finish().isCancelled() ? "the run was to finish" : refusal;
        if (reason.isEmpty()) {
            switch (making(PackageLimits.FAST, truthShare(fast.outOfFold()), end).teach(fast.without())) {
                case PupilMaking.NotMade not -> reason = not.reason();
                case PupilMaking.Made made -> {
                    return choice.better(withPart(chosen, made, choice, judged), made, write(made.pupil(), "pupil.member"), judged);
                }
            }
        }
        return chosen.saying("Few members are handed over: no pupil was taught, because %s.".formatted(reason));
    }

    // Where few members leave time for a part of the pupil, and both are better together, it becomes one of the trials.
    private FinalChoice.Chosen withPart(FinalChoice.Chosen few, PupilMaking.Made whole, FinalChoice choice, Deadline judged) {
        Instant started = Instant.now();
        FastScoring fast = few.fast().orElseThrow();
        String name = trial(whole).name();
        return PupilPart.beside(few, shelf.book().usable(), whole, name, run, choice, judged).map(part -> {
            put(part.made(), started);
            return choice.chosen(shelf.book().usable(), part.mixed().weights(), Optional.of(fast.with(part.costs())), judged);
        }).orElse(few);
    }

    /// One model more, taught by the best blend of those of the search.
    ///
    /// @param end of teaching
    /// @return what became of it, a sentence
    String beside(FinalChoice choice, Deadline end) {
        List<TrialEnd> teachers = shelf.book().usable().stream().filter(PupilStage::mayTeach).toList();
        Instant started = Instant.now();
        FinalChoice.Chosen chosen = choice.choose(teachers, EnsembleRecord.NONE,
                Deadline.in(Duration.ofMillis((long) (1000 * CHOOSING * end.secondsLeft()))).earlier(end));
        return switch (making(PackageLimits.USUAL, truthShare(chosen.outOfFold()), end).teach(chosen.contender())) {
            case PupilMaking.NotMade not -> "No model was taught by the blend, because %s.".formatted(not.reason());
            case PupilMaking.Made made -> {
                TrialEnd pupil = put(made, started);
                yield String.format(Locale.ROOT, "%s was taught by the blend of %s on %s: %s of %s out of fold, that blend %s.", pupil.trial().name(),
                        chosen.contender().parts(), made.lessons(), shelf.book().metric().id(), Sentences.score(FinalChoice.scored(pupil).value()),
                        Sentences.score(chosen.ensemble().value()));
            }
        };
    }

    private Trial trial(PupilMaking.Made made) {
        return new Trial(shelf.nextNumber(), PupilMaking.LEARNER, made.settings(), made.recipe().with(Recipe.DISTILLED), seed());
    }

    // Among the trials: its models are those of the folds.
    private TrialEnd put(PupilMaking.Made made, Instant started) {
        Trial trial = trial(made);
        int number = trial.number();
        List<Path> members = new ArrayList<>();
        for (Teaching.Taught ofFold : made.ofFolds()) {
            members.add(write(ofFold, "pupil-%d-%d.member".formatted(number, members.size())));
        }
        Metric metric = shelf.book().metric();
        double value = metric.compute(OutOfFold.truth(run), made.outOfFold(), run.signature().positive());
        double seconds = made.ofFolds().stream().mapToDouble(Teaching.Taught::seconds).sum() + made.pupil().seconds();
        TrialEnd end = new TrialEnd(trial, started, Instant.now(), new TrialOutcome.Scored(value, OutOfFold.foldValues(run, metric, made.outOfFold()), seconds, made.outOfFold(),
                members, ScoringSpeed.rowMicros(made.pupil().recipe(), made.pupil().form(), run.search().table(), false), made.pupil().recipe().features().size()));
        shelf.put(end, write(made.pupil(), "pupil-%d.member".formatted(number)));
        return end;
    }

    private PupilMaking making(PackageLimits limits, double truthShare, Deadline end) {
        return new PupilMaking(run, RunPreparation.wishes(asked, run), limits, truthShare, seed(), search.threads(),
                new PupilMaking.Time(end, isUntimed(search), control.finish()));
    }

    private Path write(Teaching.Taught pupil, String name) {
        Path file = shelf.folder().resolve(name);
        MemberFile.write(file, RecipeId.of(pupil.recipe()), pupil.recipe(), pupil.form());
        return file;
    }

    private Seed seed() {
        return search.seed().child("pupil", 0);
    }
}
