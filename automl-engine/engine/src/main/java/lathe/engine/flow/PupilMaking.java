package lathe.engine.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
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

/// Teaches one boosted model to answer as a blend does, within the limits of a package.
///
/// The blend answers up to [#MOST_ROWS] rows, as many as time and memory allow: real ones, then mixed ones, in this process, on as many
/// threads as the run has. Where it explains nearly all, more real rows are learnt as they are, and few mixed ones. How many that
/// are, and how many trees, is planned from what a first small pupil takes. A run that only its number of trials ends takes fixed
/// numbers, so that it can be repeated.
final class PupilMaking {

    /// What a pupil is made with; nobody else's trees hold so much in so few microseconds.
    static final String LEARNER = "boosting";

    /// Real and mixed rows it is taught on at most.
    static final int MOST_ROWS = 100_000;

    private static final int MIXED_OF_EACH = 25;
    private static final double MOST_TRUTH = 0.8;   // above, the truth is the better lesson for every real row
    private static final int MOST_MIXED_BY_TRUTH = 10_000;   // more of them blur where real ones part
    private static final double WORTH_MORE = 1.15;   // times the rounds planned
    private static final double AGAIN_COST = 1.5;
    private static final int COUNTED_MIXED = 20_000;
    private static final int COUNTED_OF_EACH = 8;
    private static final int COUNTED_ROUNDS = 200;
    private static final double FITS_SHARE = 0.95;   // of what is left; the rest is for answers out of fold
    private static final double MEMORY_SHARE = 0.25;

    private final PreparedRun run;
    private final Seed seed;
    private final Time time;
    private final int threads;
    private final double truthShare;
    private final Teaching fine;
    private final PackageLimits limits;

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

    // What pupils are taught, and how many of its first rows the teacher has answered.
    private record Course(Teaching teaching, Lessons lessons, int answered) { }

    /// What came of it.
    sealed interface Outcome { }

    /// A pupil within the limits.
    ///
    /// @param recipe    how its columns were asked to be prepared
    /// @param ofFolds   pupils that learnt from one fold's models each
    /// @param outOfFold answers of these for the fold plan's validation rows
    /// @param real      real rows it was taught on
    /// @param mixed     mixed ones
    record Made(Teaching.Taught pupil, Recipe recipe, Hyperparameters settings, List<Teaching.Taught> ofFolds, Predictions outOfFold, int real, int mixed)
            implements Outcome {

        /// With the first trees alone.
        Made first(PreparedRun run, int trees) {
            List<Teaching.Taught> cut = ofFolds.stream().map(each -> each.first(trees)).toList();
            return new Made(pupil.first(trees), recipe, settings.with("rounds", (double) trees), cut, PupilMaking.outOfFold(run, cut), real, mixed);
        }

        /// What it was taught on, for example `12,322 real and 10,000 mixed rows`.
        String lessons() {
            return mixed == 0 ? String.format(Locale.ROOT, "%,d rows", real) : String.format(Locale.ROOT, "%,d real and %,d mixed rows", real, mixed);
        }
    }

    /// @param reason in a few words, to go on a sentence
    record NotMade(String reason) implements Outcome { }

    /// @param truthShare how much of a real row's answer is the truth, from 0 to 1; 0 where the metric is neither of squares nor of
    ///                   classes, so that the two cannot be mixed
    PupilMaking(PreparedRun run, ColumnWishes wishes, PackageLimits limits, double truthShare, Seed seed, int threads, Time time) {
        this.limits = limits;
        this.run = run;
        this.seed = seed;
        this.time = time;
        this.threads = threads;
        this.truthShare = truthShare;
        BoostingLearner learner = new BoostingLearner();
        // One model alone finds what several found with joined columns only where it has them too.
        Recipe recipe = new Recipe(learner.preparation(), wishes.steps(), Set.of(new ArithmeticGenerator().id()), wishes.directions());
        this.fine = new Teaching(learner, new RecipeFitter(Steps.ALL, Generators.ALL), recipe, run::learnt, truthShare, true);
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
        boolean byTruth = truthShare > MOST_TRUTH;
        Teaching teaching = byTruth ? PupilFineness.chosen(run, fine, crew, seed.child("fineness", 0), time) : fine;
        Lessons lessons = new Lessons(rows(byTruth), data.target(), data.folds(), byTruth ? Lessons.Trust.truthAlone(truthShare)
                : Lessons.Trust.shared(truthShare));
        PupilPlan plan = time.counted() ? PupilPlan.counted(lessons.rows().rows(), lessons.known(), COUNTED_ROUNDS)
                : planned(crew, teaching, lessons, teachers);
        int answered = plan.answered() + crew.answer(lessons, teachers, plan.answered(), plan.rows(), plan.forAnswers(time.deadline()));
        if (answered < Math.min(PupilPlan.LEAST_ROWS, plan.rows())) {
            return new NotMade("the blend answers too slowly");
        }
        return fitted(crew, new Course(teaching, lessons, answered), plan.rounds());
    }

    private MixedRows rows(boolean byTruth) {
        int own = run.search().table().rows();
        int real = Math.min(MOST_ROWS, own);
        int most = byTruth ? MOST_MIXED_BY_TRUTH : time.counted() ? COUNTED_MIXED : MOST_ROWS - real;
        int mixed = Math.min(most, (time.counted() ? COUNTED_OF_EACH : MIXED_OF_EACH) * own);
        int able = (int) Math.min(real + mixed, memory() / bytesOfRow(run.search().table().schema().size()));
        return MixedRows.draw(run.raw(), Math.min(real, able), Math.max(0, able - real), seed.child("rows", 0));
    }

    private PupilPlan planned(PupilCrew crew, Teaching teaching, Lessons lessons, List<Pipeline> teachers) {
        Deadline share = Deadline.in(Duration.ofMillis((long) (PupilPlan.FIRST_SHARE * 1000 * time.deadline().secondsLeft())));
        int known = lessons.known();
        int all = Math.min(Math.max(PupilPlan.FIRST_ROWS, known + PupilPlan.LEAST_ROWS), lessons.rows().rows());
        long begin = System.nanoTime();
        int cold = crew.answer(lessons, teachers, known, Math.min(known + PupilPlan.LEAST_ROWS, all), share);
        if (known + cold < Math.min(PupilPlan.LEAST_ROWS, all)) {
            throw new PupilCrew.GaveUp("the blend answers too slowly");
        }
        long warm = System.nanoTime();   // the first rows take longer than those that follow
        int more = crew.answer(lessons, teachers, known + cold, all, share);
        double secondsOfRow = more > 0 ? (System.nanoTime() - warm) / 1e9 / more : (warm - begin) / 1e9 / Math.max(1, cold);
        int most = cold > 0 ? lessons.rows().rows() : known;
        return new PupilPlan.Trial(run, teaching, lessons, known + cold + more, most, secondsOfRow, limits)
                .plan(seed.child("first", 0), time, threads, memory());
    }

    // What a round takes is known better afterwards; where it is less than was planned and there is time, all are fitted once more.
    private Outcome fitted(PupilCrew crew, Course course, int planned) {
        long begin = System.nanoTime();
        List<Teaching.Taught> pupils = pupils(crew, course, planned);
        double seconds = (System.nanoTime() - begin) / 1e9;
        int able = able(pupils, planned);
        Outcome outcome = made(pupils, course, planned, able);
        boolean again = outcome instanceof Made && able >= WORTH_MORE * planned
                && AGAIN_COST * seconds * able / planned <= time.deadline().secondsLeft();
        if (!again) {
            return outcome;
        }
        try {
            List<Teaching.Taught> larger = pupils(crew, course, able);
            return made(larger, course, able, able(larger, able)) instanceof Made better ? better : outcome;
        } catch (PupilCrew.GaveUp lost) {
            return outcome;   // the first ones are there; what went wrong is in the log
        }
    }

    // Rounds within the limit. Measured times differ from run to run.
    private int able(List<Teaching.Taught> pupils, int rounds) {
        return time.counted() ? rounds : PupilPlan.roundsInTime(run, pupils.getFirst(), limits);
    }

    private List<Teaching.Taught> pupils(PupilCrew crew, Course course, int rounds) {
        FoldPlan folds = run.search().folds();
        int count = folds.count() + 1;
        AtomicInteger begun = new AtomicInteger();
        List<Callable<Teaching.Taught>> fits = new ArrayList<>();
        for (int fold : IntStream.concat(IntStream.of(FoldPlan.EVERY_ROW), IntStream.range(0, folds.count())).toArray()) {
            fits.add(() -> {
                Lessons.Lesson lesson = course.lessons().of(fold, course.answered());
                FitContext context = new FitContext(seed.child("fit", fold), share(Math.ceilDiv(count - begun.getAndIncrement(), threads)),
                        time.finish(), fine.recipe().directions());
                return course.teaching().fit(lesson, settings(course, rounds, lesson.counts()), context);
            });
        }
        return crew.all(fits);
    }

    // Of the time left, for one of as many fits as are still to follow each other.
    private Deadline share(int waves) {
        return time.counted() ? time.deadline()
                : Deadline.in(Duration.ofMillis((long) (1000 * FITS_SHARE / waves * time.deadline().secondsLeft()))).earlier(time.deadline());
    }

    private Outcome made(List<Teaching.Taught> pupils, Course course, int rounds, int able) {
        if (time.finish().isCancelled()) {
            return new NotMade("the run was to finish");
        }
        int trees = Math.min(rounds, pupils.stream().mapToInt(pupil -> pupil.form().trees()).max().orElse(0));
        if (pupils.stream().anyMatch(pupil -> pupil.form().trees() < PupilPlan.LEAST_DONE * trees)) {
            return new NotMade("there was no time for all its fits");
        }
        int kept = Math.min(trees, able);
        if (kept < PupilPlan.LEAST_DONE * trees || kept == 0) {
            return new NotMade("it would answer too slowly");
        }
        List<Teaching.Taught> cut = pupils.stream().map(pupil -> pupil.first(kept)).toList();
        int real = Math.min(course.answered(), course.lessons().rows().real());
        Predictions outOfFold = outOfFold(run, cut.subList(1, cut.size()));
        if (!Arrays.stream(outOfFold.values()).allMatch(Double::isFinite)) {
            return new NotMade("it answered with something that is not a number");
        }
        return new Made(cut.getFirst(), fine.recipe(), settings(course, rounds, course.lessons().counts(course.answered())),
                cut.subList(1, cut.size()), outOfFold, real, course.answered() - real);
    }

    private Hyperparameters settings(Course course, int rounds, double rows) {
        return course.teaching().settings(run.shape(), Math.max(Teaching.LEAST_ROUNDS, rounds), rows);
    }

    private static Predictions outOfFold(PreparedRun run, List<Teaching.Taught> ofFolds) {
        return OutOfFold.of(run, fold -> ofFolds.get(fold)::predict);
    }

    private static double memory() {
        return MEMORY_SHARE * Runtime.getRuntime().maxMemory();
    }

    // Mixed and real cells, the answers of all folds.
    private double bytesOfRow(int columns) {
        return 2.0 * Double.BYTES * columns + (double) Float.BYTES * run.search().folds().count() * run.signature().outputs();
    }
}
