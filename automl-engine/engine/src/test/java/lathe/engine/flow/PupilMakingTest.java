package lathe.engine.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import lathe.engine.builtin.EnsembleMethods;
import lathe.engine.builtin.Generators;
import lathe.engine.builtin.Learners;
import lathe.engine.builtin.Metrics;
import lathe.engine.builtin.Steps;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.TableImport;
import lathe.engine.evaluate.Metric;
import lathe.engine.flow.pupil.Lessons;
import lathe.engine.flow.pupil.MixedRows;
import lathe.engine.flow.pupil.Teaching;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.learn.Target;
import lathe.engine.learn.tree.BoostingLearner;
import lathe.engine.prepare.ColumnWishes;
import lathe.engine.prepare.Recipe;
import lathe.engine.prepare.RecipeFitter;
import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.engine.search.FoldFitter;
import lathe.engine.search.FoldJob;
import lathe.engine.search.Trial;
import lathe.engine.search.TrialEnd;
import lathe.engine.search.TrialOutcome;
import lathe.engine.track.EnsembleRecord;
import lathe.engine.track.ProjectSettings;
import lathe.scoring.Predictions;
import lathe.scoring.form.Blend;
import lathe.scoring.form.Features;
import lathe.scoring.form.Trees;
import lathe.scoring.pack.MemberFile;
import lathe.scoring.pack.RecipeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PupilMakingTest {

    private static final int ROWS = 240;

    @TempDir
    Path folder;

    private PreparedRun run(boolean classes) throws IOException {
        Random random = new Random(3);
        StringBuilder lines = new StringBuilder("a,b,kind,y\n");
        for (int row = 0; row < ROWS; row++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            int kind = random.nextInt(3);
            double y = 2 * a + b * kind + 0.3 * random.nextGaussian();
            lines.append(String.format(Locale.ROOT, "%.4f,%.4f,k%d,%s%n", a, b, kind, classes ? y < -1 ? "low" : y < 1 ? "mid" : "high"
                    : Double.toString(y)));
        }
        Path file = Files.writeString(folder.resolve("data.csv"), lines);
        ProjectSettings asked = ProjectSettings.EMPTY.withTarget("y");
        return new RunPreparation(asked, ProjectTable.of(new TableImport().read(file, ImportOptions.defaults()), asked), _ -> { }).prepare(_ -> 2);
    }

    // Every fold of one trial, as workers fit it.
    private TrialEnd trial(PreparedRun run, int number, String id) {
        Learner learner = Learners.byId(id);
        Hyperparameters settings = learner.space(run.shape()).defaults();
        Trial trial = new Trial(number, id, settings, new Recipe(learner.preparation(), Map.of(), Set.of()), new Seed(number));
        FoldFitter fitter = new FoldFitter(run.search(), List.of(learner), Steps.ALL, Generators.ALL);
        List<Path> files = new ArrayList<>();
        Predictions outOfFold = new Predictions(run.signature().outputs(), new double[run.signature().outputs() * run.search().folds().validated().length]);
        for (int fold = 0; fold < 2; fold++) {
            FoldFitter.Fit fit = fitter.fit(new FoldJob(trial, fold, 60));
            Path file = folder.resolve(trial.name() + fold);
            MemberFile.write(file, RecipeId.of(fit.recipe()), fit.recipe(), fit.form());
            files.add(file);
            int[] rows = run.search().folds().validation(fold);
            for (int i = 0; i < fit.validation().values().length; i++) {
                outOfFold.values()[rows[i / outOfFold.width()] * outOfFold.width() + i % outOfFold.width()] = fit.validation().values()[i];
            }
        }
        return new TrialEnd(trial, Instant.EPOCH, Instant.EPOCH, new TrialOutcome.Scored(metric(run).compute(run.search().target(), outOfFold, -1),
                List.of(0.0, 0.0), 1, outOfFold, files, 1, 1));
    }

    private static Metric metric(PreparedRun run) {
        return Metrics.defaultFor(run.signature().task());
    }

    private static PupilMaking.Made made(PreparedRun run, Contender teacher) {
        return made(run, teacher, 0.3);
    }

    private static PupilMaking.Made made(PreparedRun run, Contender teacher, double truthShare) {
        PupilMaking making = new PupilMaking(run, ColumnWishes.NONE, PackageLimits.FAST, truthShare, new Seed(5), 2,
                new PupilMaking.Time(Deadline.never(), true, new CancelToken()));
        return assertInstanceOf(PupilMaking.Made.class, making.teach(teacher));
    }

    // Of the share of the error that is left when the mean is answered.
    private static double unexplained(PreparedRun run, Predictions predictions, ToDoubleFunction<Target> mean) {
        Target truth = run.search().target();
        double left = 0;
        double all = 0;
        for (int row = 0; row < truth.rows(); row++) {
            left += Math.pow(truth.value(row) - predictions.at(row, 0), 2);
            all += Math.pow(truth.value(row) - mean.applyAsDouble(truth), 2);
        }
        return left / all;
    }

    @Test
    void aPupilAnswersNearlyAsItsTeacherAndTheSameSeedTeachesTheSame() throws IOException {
        PreparedRun run = run(false);
        TrialEnd ridge = trial(run, 1, "ridge");
        Contender teacher = Contender.of(ridge.trial(), FinalChoice.scored(ridge));
        PupilMaking.Made made = made(run, teacher);
        ToDoubleFunction<Target> mean = truth -> Arrays.stream(truth.toArray()).average().orElse(0);
        assertTrue(unexplained(run, made.outOfFold(), mean) < unexplained(run, FinalChoice.scored(ridge).outOfFold(), mean) + 0.1);
        Path file = folder.resolve("pupil.member");
        MemberFile.write(file, RecipeId.of(made.pupil().recipe()), made.pupil().recipe(), made.pupil().form());
        Contender pupil = new Contender("pupil", 1,
                List.of(new Contender.Share(1, ridge.trial(), FinalChoice.scored(ridge).withMembers(List.of(file)))), 1);
        assertTrue(ScoringSpeed.of(PipelineAssembly.of(pupil, run), run.raw()).singleMillis() <= 1);
        assertEquals(8 * run.search().table().rows(), made.mixed());

        PupilMaking.Made again = made(run, teacher);
        assertArrayEquals(made.outOfFold().values(), again.outOfFold().values());
        assertArrayEquals(made.pupil().predict(run.search().table()).values(), again.pupil().predict(run.search().table()).values());
    }

    @Test
    void whereTheTeacherIsNearlyRightATreeSeesFewerRows() throws IOException {
        PreparedRun run = run(false);
        TrialEnd ridge = trial(run, 1, "ridge");
        PupilMaking.Made made = made(run, Contender.of(ridge.trial(), FinalChoice.scored(ridge)), 0.9);
        assertEquals(run.search().table().rows(), made.real());
        assertEquals(8 * run.search().table().rows(), made.mixed());
        assertEquals(1 - 0.5 * 0.9 * 0.9, made.settings().number("rows"), 1e-12);
    }

    // Of a teacher that answered none of the mixed rows in time.
    @Test
    void whereTheTeacherIsNearlyRightRealRowsAreLearntWithoutIt() throws IOException {
        PreparedRun run = run(false);
        Lessons lessons = new Lessons(MixedRows.draw(run.raw(), ROWS, 500, new Seed(1)), run.search().target(), run.search().folds(),
                Lessons.Trust.truthAlone(0.9));
        Teaching teaching = new Teaching(new BoostingLearner(), new RecipeFitter(Steps.ALL, Generators.ALL),
                new Recipe(new BoostingLearner().preparation(), Map.of(), Set.of()), run::learnt, 0.9, true);
        PupilMaking.Time time = new PupilMaking.Time(Deadline.in(Duration.ofSeconds(60)), false, new CancelToken());
        PupilPlan plan = new PupilPlan.Trial(run, teaching, lessons, lessons.known(), lessons.known(), 1, PackageLimits.FAST).plan(new Seed(2), time, 2, 1e9);
        assertEquals(run.search().table().rows(), plan.rows());
        assertEquals(plan.rows(), plan.answered());
        assertEquals(0, plan.answering());
    }

    @Test
    void aPupilWithTimeLeftHasAsManyRoundsAsTheLimitAllows() throws IOException {
        PreparedRun run = run(false);
        TrialEnd ridge = trial(run, 1, "ridge");
        PupilMaking making = new PupilMaking(run, ColumnWishes.NONE, PackageLimits.FAST, 0.3, new Seed(5), 2,
                new PupilMaking.Time(Deadline.in(Duration.ofSeconds(60)), false, new CancelToken()));
        PupilMaking.Made made = assertInstanceOf(PupilMaking.Made.class, making.teach(Contender.of(ridge.trial(), FinalChoice.scored(ridge))));
        int able = PupilPlan.roundsInTime(run, made.pupil(), PackageLimits.FAST);
        assertTrue(made.pupil().form().trees() > 0.5 * able, made.pupil().form().trees() + " of " + able);
    }

    @Test
    void besideABlendAPupilHasFiveHundredRoundsAndIsHandedOverWithoutThoseOfTheFolds() throws IOException {
        PreparedRun run = run(false);
        TrialEnd ridge = trial(run, 1, "ridge");
        PupilMaking making = new PupilMaking(run, ColumnWishes.NONE, PackageLimits.USUAL, 0.9, new Seed(5), 2,
                new PupilMaking.Time(Deadline.in(Duration.ofSeconds(60)), false, new CancelToken()));
        PupilMaking.Made made = assertInstanceOf(PupilMaking.Made.class, making.teach(Contender.of(ridge.trial(), FinalChoice.scored(ridge))));
        assertEquals(500, made.pupil().form().trees());
        assertEquals(2, made.ofFolds().size());

        Path whole = folder.resolve("whole");
        MemberFile.write(whole, RecipeId.of(made.pupil().recipe()), made.pupil().recipe(), made.pupil().form());
        Recipe marked = new Recipe(made.recipe().preparation(), Map.of(), Set.of(Recipe.DISTILLED));
        Trial trial = new Trial(2, "boosting", made.settings(), marked, new Seed(5));
        assertEquals("boosting #2 + distilled", trial.name());
        Contender.Share known = new Contender.Share(1, trial, FinalChoice.scored(ridge)).with(whole);   // with any models of folds
        assertArrayEquals(made.pupil().predict(run.search().table()).values(),
                PipelineAssembly.of(new Contender("one", 1, List.of(known), 1), run).predict(run.search().table()).values(), 1e-9);
    }

    @Test
    void aPupilOfClassesIsHandedOverWhereItIsBetterAndEqualsItselfWhenReopened() throws IOException {
        PreparedRun run = run(true);
        List<TrialEnd> ends = List.of(trial(run, 1, "tree"));
        FinalChoice choice = new FinalChoice(run, EnsembleMethods.byId("greedy"), FinalChoice.Goal.FAST, metric(run), new Seed(1), Map.of());
        FinalChoice.Chosen few = choice.choose(ends, EnsembleRecord.NONE, Deadline.never());
        PupilMaking.Made made = made(run, few.fast().orElseThrow().without());
        Path file = folder.resolve("pupil.member");
        MemberFile.write(file, RecipeId.of(made.pupil().recipe()), made.pupil().recipe(), made.pupil().form());
        // Its answers for the rows are taken as they are or as the truth itself, so that it is worse or better for certain.
        FinalChoice.Chosen better = choice.better(few, knowing(made, run), file, Deadline.never());
        assertTrue(better.isPupil());
        assertEquals("pupil", better.name());
        assertEquals("tree #1", better.taughtBy());
        assertTrue(better.fast().orElseThrow().how().startsWith("It is a pupil: one boosted model of "));
        assertInstanceOf(Trees.class, PipelineAssembly.of(better.contender(), run).model().members().getFirst().form());
        assertArrayEquals(Blend.raised(made.pupil().predict(run.search().table()), better.contender().power()).values(),
                PipelineAssembly.of(better.contender(), run).predict(run.search().table()).values(), 1e-12);
        FinalChoice.Chosen worse = choice.better(few, knowingNothing(made), file, Deadline.never());
        assertEquals("tree #1", worse.name());
        assertTrue(worse.fast().orElseThrow().how().startsWith("Few members are handed over: a pupil taught by the blend of tree #1 has a log_loss of"));
    }

    @Test
    void theFirstTreesOfAPupilStandBesideMembersThatTheyHelpAndThatLeaveTimeForThem() throws IOException {
        PreparedRun run = run(false);
        List<TrialEnd> ends = List.of(trial(run, 1, "ridge"));   // finds what adds up, a pupil of trees the rest
        TrialEnd tree = trial(run, 2, "tree");
        FinalChoice choice = new FinalChoice(run, EnsembleMethods.byId("greedy"), FinalChoice.Goal.FAST, metric(run), new Seed(1), Map.of());
        FinalChoice.Chosen few = choice.choose(ends, EnsembleRecord.NONE, Deadline.never());
        PupilMaking.Made whole = made(run, Contender.of(tree.trial(), FinalChoice.scored(tree)));
        String name = "boosting #3 + distilled";
        PupilPart part = PupilPart.beside(few, ends, whole, name, run, choice, Deadline.never()).orElseThrow();
        int trees = part.made().pupil().form().trees();
        assertTrue(trees >= whole.pupil().form().trees() / 3 && trees <= 2 * whole.pupil().form().trees() / 3, trees + " of " + whole.pupil().form().trees());
        assertEquals(trees, part.made().settings().whole("rounds"));
        assertTrue(part.mixed().weights().of(name) > 0 && part.mixed().weights().of("ridge #1") > 0, part.mixed().weights().toString());
        assertTrue(part.mixed().value() < choice.outOfFold(few));

        double ofRidge = few.fast().orElseThrow().costs().single("ridge #1").rowMicros();
        FinalChoice narrow = new FinalChoice(run, EnsembleMethods.byId("greedy"), new FinalChoice.Goal(new PackageLimits(100, 2, 1.01 * ofRidge), true),
                metric(run), new Seed(1), Map.of());
        assertTrue(PupilPart.beside(few, ends, whole, name, run, narrow, Deadline.never()).isEmpty(), "no time is left for any tree");
    }

    @Test
    void aBoostedModelThatAnswersTooSlowlyIsTriedWithItsFirstRounds() throws IOException {
        for (boolean classes : new boolean[] {false, true}) {
            PreparedRun run = run(classes);
            TrialEnd all = trial(run, 1, "boosting");
            MemberFile member = MemberFile.read(FinalChoice.scored(all).members().getFirst());
            Trees trees = assertInstanceOf(Trees.class, member.form());
            assertArrayEquals(FinalChoice.scored(all).outOfFold().values(), OutOfFold.of(run, fold -> rows ->
                    member(all, fold).form().predict(Features.of(member(all, fold).recipe().apply(rows)))).values(), 1e-12);

            PackageLimits slow = new PackageLimits(100, 2, 1.15 * TreesSpeed.of(member.recipe(), trees, run.search().table()).ofTrees(trees.trees() / 2));
            Shortening.Cut made = new Shortening(run, metric(run), slow, folder, Deadline.never()).of(all, 7).orElseThrow();
            TrialEnd first = made.end();
            assertEquals("boosting #7", first.trial().name());
            int width = classes ? 3 : 1;
            int rounds = first.trial().hyperparameters().whole("rounds");
            assertTrue(rounds >= 1 && rounds * width < trees.trees(), rounds + " of " + trees.trees());
            assertArrayEquals(trees.first(rounds * width).predict(Features.of(member.recipe().apply(run.search().table()))).values(),
                    member(first, 0).form().predict(Features.of(member(first, 0).recipe().apply(run.search().table()))).values(), 1e-12);
            assertEquals(metric(run).compute(run.search().target(), FinalChoice.scored(first).outOfFold(), -1), FinalChoice.scored(first).value());
            assertEquals(2, FinalChoice.scored(first).foldValues().size());
            assertTrue(made.sentence().startsWith("boosting #7 is boosting #1 with the first " + rounds + " of its "), made.sentence());

            assertTrue(new Shortening(run, metric(run), PackageLimits.USUAL, folder, Deadline.never()).of(all, 7).isEmpty(), "no limit of time");
            assertTrue(new Shortening(run, metric(run), slow, folder, Deadline.never()).of(trial(run, 2, "tree"), 7).isEmpty(), "a single tree");
        }
    }

    private static MemberFile member(TrialEnd end, int fold) {
        return MemberFile.read(FinalChoice.scored(end).members().get(fold));
    }

    private static PupilMaking.Made knowing(PupilMaking.Made made, PreparedRun run) {
        double[] values = new double[made.outOfFold().values().length];
        for (int row = 0; row < values.length / 3; row++) {
            for (int c = 0; c < 3; c++) {
                values[3 * row + c] = run.search().target().classIndex(row) == c ? 0.9 : 0.05;
            }
        }
        return new PupilMaking.Made(made.pupil(), made.recipe(), made.settings(), made.ofFolds(), new Predictions(3, values), made.real(), made.mixed());
    }

    private static PupilMaking.Made knowingNothing(PupilMaking.Made made) {
        double[] values = new double[made.outOfFold().values().length];
        Arrays.fill(values, 1.0 / 3);
        return new PupilMaking.Made(made.pupil(), made.recipe(), made.settings(), made.ofFolds(), new Predictions(3, values), made.real(), made.mixed());
    }
}
