package lathe.engine.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import lathe.engine.builtin.Generators;
import lathe.engine.builtin.Steps;
import lathe.engine.evaluate.FoldPlan;
import lathe.engine.flow.pupil.Lessons;
import lathe.engine.flow.pupil.MixedRows;
import lathe.engine.flow.pupil.Teaching;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.tree.BoostingLearner;
import lathe.engine.prepare.ArithmeticGenerator;
import lathe.engine.prepare.ColumnWishes;
import lathe.engine.prepare.Recipe;
import lathe.engine.prepare.RecipeFitter;
import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.engine.search.RunData;
import lathe.scoring.Pipeline;
import lathe.scoring.Predictions;
import lathe.scoring.Task;

/// Teaches one boosted model to answer as a blend does, within the limits of a model that answers quickly.
///
/// The blend answers up to [#MOST_REAL] real rows and as many mixed ones as time and memory allow, in this process, on as
/// many threads as the run has. How many that are, and how many trees, is planned from what a first small pupil takes. A
/// run that only its number of trials ends takes fixed numbers, so that it can be repeated.
final class PupilMaking {

    /// What a pupil is made with; nobody else's trees hold so much in so few microseconds.
    static final String LEARNER = "boosting";

    private static final double SHARE = 0.24;
    private static final double MOST_SECONDS = 300;
    private static final double LEAST_BUDGET = 20;
    private static final int MOST_REAL = 20_000;
    private static final int MOST_MIXED = 80_000;
    private static final int MIXED_OF_EACH = 25;
    private static final double MOST_TRUTH = 0.8;   // mixed rows would count for so little that they only blur where real ones part
    private static final double WORTH_MORE = 1.15;   // times the rounds planned
    private static final double AGAIN_COST = 1.5;
    private static final int COUNTED_MIXED = 20_000;
    private static final int COUNTED_OF_EACH = 8;
    private static final int COUNTED_TREES = 200;
    private static final int LEAST_ROWS = 1_000;
    private static final double MEMORY_SHARE = 0.25;

    private final PreparedRun run;
    private final Seed seed;
    private final Time time;
    private final int threads;
    private final double truthShare;
    private Teaching teaching;

    /// How long it may take.
    ///
    /// @param deadline when it must have ended
    /// @param counted  whether fixed numbers of rows and trees are taken
    /// @param finish   asks it to give up
    record Time(Deadline deadline, boolean counted, CancelToken finish) {
        boolean over() {
            return finish.isCancelled() || deadline.passed();
        }
    }

    /// What came of it.
    sealed interface Outcome { }

    /// A pupil within the limits.
    ///
    /// @param recipe    how its columns were asked to be prepared
    /// @param outOfFold answers of pupils that learnt from one fold's models each, for the fold plan's validation rows
    /// @param real      real rows it was taught on
    /// @param mixed     mixed ones
    record Made(Teaching.Taught pupil, Recipe recipe, Hyperparameters settings, Predictions outOfFold, int real, int mixed) implements Outcome { }

    /// @param reason in a few words, to go on a sentence
    record NotMade(String reason) implements Outcome { }

    /// @param truthShare how much of a real row's answer is the truth, from 0 to 1; 0 where the metric is neither of squares nor of
    ///                   classes, so that the two cannot be mixed
    PupilMaking(PreparedRun run, ColumnWishes wishes, double truthShare, Seed seed, int threads, Time time) {
        this.run = run;
        this.seed = seed;
        this.time = time;
        this.threads = threads;
        this.truthShare = truthShare;
        BoostingLearner learner = new BoostingLearner();
        // One model alone finds what several found with joined columns only where it has them too.
        Recipe recipe = new Recipe(learner.preparation(), wishes.steps(), Set.of(new ArithmeticGenerator().id()), wishes.directions());
        this.teaching = new Teaching(learner, new RecipeFitter(Steps.ALL, Generators.ALL), recipe, run::learnt, truthShare, true);
    }

    /// Seconds of a budget to keep for it; 0 where there is too little for a pupil.
    static double reserve(double budgetSeconds) {
        return budgetSeconds < LEAST_BUDGET ? 0 : Math.min(MOST_SECONDS, SHARE * budgetSeconds);
    }

    /// @param teacher with all its fold models
    Outcome teach(Contender teacher) {
        try (PupilCrew crew = new PupilCrew(threads, time)) {
            return taught(teacher, crew);
        } catch (PupilCrew.GaveUp gaveUp) {
            return new NotMade(gaveUp.reason());
        }
    }

    private Outcome taught(Contender teacher, PupilCrew crew) {
        RunData data = run.search();
        List<Pipeline> teachers = IntStream.range(0, data.folds().count())
                .mapToObj(fold -> PipelineAssembly.ofFold(teacher, fold, run)).toList();
        boolean realOnly = truthShare > MOST_TRUTH;
        teaching = realOnly ? PupilFineness.chosen(run, teaching, crew, seed.child("fineness", 0), time) : teaching;
        int real = Math.min(realOnly ? MOST_REAL + MOST_MIXED : MOST_REAL, data.table().rows());
        int mixed = realOnly ? 0 : time.counted() ? Math.min(COUNTED_MIXED, COUNTED_OF_EACH * data.table().rows())
                : Math.min(MOST_MIXED, MIXED_OF_EACH * data.table().rows());
        int able = (int) Math.min(real + mixed, memory() / bytesOfRow(data.table().schema().size()));
        MixedRows rows = MixedRows.draw(run.raw(), Math.min(real, able), Math.max(0, able - real), seed.child("rows", 0));
        Lessons lessons = new Lessons(rows, data.target(), data.folds(), truthShare);
        PupilPlan plan = time.counted() ? PupilPlan.counted(rows.rows(), COUNTED_TREES / sums())
                : planned(crew, lessons, teachers);
        int answered = plan.answered() + crew.answer(lessons, teachers, plan.answered(), plan.rows(), plan.forAnswers(time.deadline()));
        if (answered < Math.min(LEAST_ROWS, rows.rows())) {
            return new NotMade("the blend answers too slowly");
        }
        return fitted(crew, lessons, answered, plan.rounds());
    }

    private PupilPlan planned(PupilCrew crew, Lessons lessons, List<Pipeline> teachers) {
        Deadline share = Deadline.in(Duration.ofMillis((long) (PupilPlan.FIRST_SHARE * 1000 * time.deadline().secondsLeft())));
        int all = Math.min(PupilPlan.FIRST_ROWS, lessons.rows().rows());
        long begin = System.nanoTime();
        int cold = crew.answer(lessons, teachers, 0, Math.min(LEAST_ROWS, all), share);
        if (cold < Math.min(LEAST_ROWS, all)) {
            throw new PupilCrew.GaveUp("the blend answers too slowly");
        }
        long warm = System.nanoTime();   // the first rows take longer than those that follow
        int first = cold + crew.answer(lessons, teachers, cold, all, share);
        double secondsOfRow = first > cold ? (System.nanoTime() - warm) / 1e9 / (first - cold) : (warm - begin) / 1e9 / Math.max(1, cold);
        return new PupilPlan.Trial(run, teaching, lessons, first, secondsOfRow).plan(seed.child("first", 0), time, threads, memory());
    }

    // What a round takes is known better afterwards; where it is less than was planned and there is time, all are fitted once more.
    private Outcome fitted(PupilCrew crew, Lessons lessons, int answered, int planned) {
        long begin = System.nanoTime();
        List<Teaching.Taught> first = pupils(crew, lessons, answered, planned);
        double seconds = (System.nanoTime() - begin) / 1e9;
        Outcome outcome = made(first, lessons, answered, planned);
        int able = time.counted() || !(outcome instanceof Made) ? 0 : PupilPlan.roundsInTime(run, first.getFirst(), sums());
        if (able < WORTH_MORE * planned || AGAIN_COST * seconds * able / planned > time.deadline().secondsLeft()) {
            return outcome;
        }
        Outcome larger = made(pupils(crew, lessons, answered, able), lessons, answered, able);
        return larger instanceof Made ? larger : outcome;
    }

    private List<Teaching.Taught> pupils(PupilCrew crew, Lessons lessons, int answered, int rounds) {
        FoldPlan folds = run.search().folds();
        List<Callable<Teaching.Taught>> fits = new ArrayList<>();
        for (int fold : IntStream.concat(IntStream.of(FoldPlan.EVERY_ROW), IntStream.range(0, folds.count())).toArray()) {
            FitContext context = new FitContext(seed.child("fit", fold), time.deadline(), time.finish(), teaching.recipe().directions());
            fits.add(() -> {
                Lessons.Lesson lesson = lessons.of(fold, answered);
                return teaching.fit(lesson, settings(rounds, lesson.counts()), context);
            });
        }
        return crew.all(fits);
    }

    private Outcome made(List<Teaching.Taught> pupils, Lessons lessons, int answered, int rounds) {
        if (time.finish().isCancelled()) {
            return new NotMade("the run was to finish");
        }
        int trees = Math.min(rounds * sums(), pupils.stream().mapToInt(pupil -> pupil.form().trees()).max().orElse(0));
        if (pupils.stream().anyMatch(pupil -> pupil.form().trees() < PupilPlan.LEAST_DONE * trees)) {
            return new NotMade("there was no time for all its fits");
        }
        // Measured times differ from run to run.
        int able = time.counted() ? trees : Math.min(trees, sums() * PupilPlan.roundsInTime(run, pupils.getFirst().first(trees), sums()));
        if (able < PupilPlan.LEAST_DONE * trees || able == 0) {
            return new NotMade("it would answer too slowly");
        }
        List<Teaching.Taught> kept = pupils.stream().map(pupil -> pupil.first(able)).toList();
        int real = Math.min(answered, lessons.rows().real());
        return new Made(kept.getFirst(), teaching.recipe(), settings(rounds, lessons.counts(answered)), outOfFold(run, kept.subList(1, kept.size())),
                real, answered - real);
    }

    private Hyperparameters settings(int rounds, double rows) {
        return teaching.settings(run.shape(), Math.max(Teaching.LEAST_ROUNDS, rounds), rows);
    }

    /// Answers of the pupils of each fold for its validation rows.
    ///
    /// @throws PupilCrew.GaveUp if one is not a number
    static Predictions outOfFold(PreparedRun run, List<Teaching.Taught> ofFolds) {
        RunData data = run.search();
        int width = run.signature().outputs();
        int[] validated = data.folds().validated();
        double[] values = new double[validated.length * width];
        for (int fold = 0; fold < ofFolds.size(); fold++) {
            int[] rows = data.folds().validation(fold);
            double[] own = ofFolds.get(fold).predict(data.table().select(rows)).values();
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(own, i * width, values, Arrays.binarySearch(validated, rows[i]) * width, width);
            }
        }
        if (!Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new PupilCrew.GaveUp("it answered with something that is not a number");
        }
        return new Predictions(width, values);
    }

    // Raw sums of a boosted model, each with a tree a round.
    private int sums() {
        return run.signature().task() == Task.MULTICLASS ? run.signature().outputs() : 1;
    }

    private static double memory() {
        return MEMORY_SHARE * Runtime.getRuntime().maxMemory();
    }

    // Mixed and real cells, the answers of all folds.
    private double bytesOfRow(int columns) {
        return 2.0 * Double.BYTES * columns + (double) Float.BYTES * run.search().folds().count() * run.signature().outputs();
    }
}
