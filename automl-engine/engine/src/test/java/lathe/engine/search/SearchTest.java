package lathe.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import lathe.engine.evaluate.Metric;
import lathe.engine.evaluate.FoldPlan;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.learn.SearchSpace;
import lathe.engine.learn.Target;
import lathe.engine.prepare.ColumnWishes;
import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.engine.search.strategy.PortfolioStrategy;
import lathe.engine.search.strategy.RandomStrategy;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Matrix;
import lathe.scoring.NumberColumn;
import lathe.scoring.Predictions;
import lathe.scoring.Problem;
import lathe.scoring.Schema;
import lathe.scoring.Table;
import lathe.scoring.Task;
import lathe.scoring.form.Constant;
import lathe.scoring.form.Form;
import lathe.scoring.step.Numbers;
import org.junit.jupiter.api.Test;

class SearchTest {

    private static final RunData DATA = new RunData(
            new Table(new Schema(List.of(Field.of("x", FieldType.NUMBER))),
                    List.of(new NumberColumn(new double[] {1, 2, 3, 4, 5, 6}))),
            Target.regression(new double[] {1, 2, 3, 4, 5, 6}),
            new FoldPlan(new int[] {0, 1, 2, 0, 1, 2}, 3));
    private static final DataShape SHAPE = new DataShape(Task.REGRESSION, 0, 4, 1);

    @Test
    void scoresATrialOverAllFoldsInRowOrder() {
        List<TrialEnd> ends = run(1, 10, job -> fitted(job, job.fold() + 1));

        TrialOutcome.Scored scored = assertInstanceOf(TrialOutcome.Scored.class, ends.getFirst().outcome());
        // fold f answers f + 1 for its rows, which stand at f and f + 3
        assertEquals(List.of(1.0, 2.0, 3.0, 1.0, 2.0, 3.0), values(scored.outOfFold()));
        // by hand: errors 0,0,0,3,3,3
        assertEquals(1.5, scored.value(), 1e-12);
        assertEquals(List.of(1.5, 1.5, 1.5), scored.foldValues());
    }

    @Test
    void endsAfterTheTrialsAskedFor() {
        List<TrialEnd> ends = run(4, 10, job -> fitted(job, 0));

        assertEquals(List.of(1, 2, 3, 4), ends.stream().map(end -> end.trial().number()).sorted().toList());
    }

    @Test
    void keepsAFailedTrialAsARowAndGoesOn() {
        List<TrialEnd> ends = run(3, 10, job -> job.trial().number() == 2 && job.fold() == 1 ? broken(job) : fitted(job, 0));

        assertEquals(3, ends.size());
        assertEquals(1, ends.stream().filter(end -> end.outcome() instanceof TrialOutcome.Failed).count());
        assertEquals(2, ends.stream().filter(end -> end.outcome() instanceof TrialOutcome.Scored).count());
    }

    @Test
    void stopsTryingALearnerThatFailsTwice() {
        List<TrialEnd> ends = run(6, 10, SearchTest::broken);

        assertEquals(2, ends.stream().filter(end -> end.outcome() instanceof TrialOutcome.Failed).count());
        assertTrue(ends.stream().anyMatch(end -> end.outcome() instanceof TrialOutcome.Skipped skipped
                && skipped.reason().contains("failed 2 times")));
    }

    @Test
    void handsOverAtTheDeadlineAndReportsWhatWasUnderWayAsCancelled() {
        long begin = System.nanoTime();
        List<TrialEnd> ends = run(0, 1, job -> {
            pause(Duration.ofSeconds(3));
            return fitted(job, 0);
        });

        assertTrue(System.nanoTime() - begin < 2_000_000_000L);
        assertInstanceOf(TrialOutcome.Cancelled.class, ends.getLast().outcome());
    }

    @Test
    void doesNotHurryTheFirstModelAndGivesLaterOnesAQuarterOfTheTime() {
        Map<Integer, Double> seconds = new ConcurrentHashMap<>();
        run(new Fake(0.001), new RandomStrategy(), 20, 12, job -> {
            if (job.fold() == 0) {
                seconds.put(job.trial().number(), job.seconds());
            }
            return fitted(job, 0);
        });

        // three folds, two at a time, are two rounds: of all 12 s, or of a quarter of them
        assertEquals(0.95 * 12 / 2, seconds.get(1), 0.2);
        assertEquals(12 / 4.0 / 2, seconds.get(20), 0.2);
    }

    @Test
    void skipsWhatWouldNotFitIntoTheTimeLeft() {
        List<TrialEnd> ends = run(new Fake(100), 1, 5, job -> fitted(job, 0));

        TrialOutcome.Skipped skipped = assertInstanceOf(TrialOutcome.Skipped.class, ends.getFirst().outcome());
        assertTrue(skipped.reason().contains("it would take about"), skipped.reason());
    }

    @Test
    void givesUpATrialWhoseFoldsAreBehindTheWorstOfTheBestOfItsLearner() {
        // the true values are 1 to 6: an answer of 3.5 errs by 1.5 in the mean, one of 60 by 56.5
        List<TrialEnd> ends = run(new Fake(0.001), new PortfolioStrategy(), 12,
                job -> fitted(job, job.trial().number() < 12 ? 3.5 : 60));

        // The one before it may end after it.
        TrialEnd last = ends.stream().filter(end -> end.trial().number() == 12).findFirst().orElseThrow();
        TrialOutcome.Dropped dropped = assertInstanceOf(TrialOutcome.Dropped.class, last.outcome());
        assertEquals(1, dropped.foldValues().size());
        assertTrue(dropped.reason().contains("fake #"), dropped.reason());
        assertEquals(11, ends.stream().filter(end -> end.outcome() instanceof TrialOutcome.Scored).count());
    }

    @Test
    void givesTheSameTrialsAndOutcomesWhicheverFoldEndsFirst() {
        assertEquals(outcomes(job -> 0), outcomes(job -> (job.trial().number() * 7 + job.fold() * 5) % 11));
    }

    @Test
    void givesTheSameTrialsInTwoPartsAsInOne() {
        Function<FoldJob, FoldResult> fit = SearchTest::byShift;
        List<TrialEnd> whole = run(new Fake(0.001), new PortfolioStrategy(), 40, fit);
        List<TrialEnd> first = run(new Fake(0.001), new PortfolioStrategy(), 17, fit);

        List<TrialEnd> second = run(new Fake(0.001), new PortfolioStrategy(), 40, 20, fit, sorted(first));

        assertEquals(23, second.size());
        List<TrialEnd> both = new ArrayList<>(first);
        both.addAll(second);
        assertEquals(outcomes(whole), outcomes(both));
    }

    @Test
    void triesWhatIsMissingAmongTheTrialsTakenOver() {
        List<TrialEnd> first = sorted(run(5, 10, SearchTest::byShift));
        List<TrialEnd> withoutThree = first.stream().filter(end -> end.trial().number() != 3).toList();

        List<TrialEnd> rest = run(new Fake(0.001), new RandomStrategy(), 6, 10, SearchTest::byShift, withoutThree);

        assertEquals(List.of(3, 6), sorted(rest).stream().map(end -> end.trial().number()).toList());
        assertEquals(first.get(2).trial(), sorted(rest).getFirst().trial());
    }

    @Test
    void countsFailuresOfTheTrialsTakenOver() {
        List<TrialEnd> first = sorted(run(2, 10, SearchTest::broken));

        List<TrialEnd> rest = run(new Fake(0.001), new RandomStrategy(), 3, 10, SearchTest::byShift, first);

        assertInstanceOf(TrialOutcome.Skipped.class, rest.getFirst().outcome());
    }

    private static FoldResult byShift(FoldJob job) {
        return fitted(job, 3 + 10 * Math.abs(job.trial().hyperparameters().number("shift")) + job.fold());
    }

    private static List<TrialEnd> sorted(List<TrialEnd> ends) {
        return ends.stream().sorted(Comparator.comparingInt(end -> end.trial().number())).toList();
    }

    // Losses that depend on the trial's own hyperparameters, and folds that end in another order.
    private static List<String> outcomes(ToLongFunction<FoldJob> millis) {
        List<TrialEnd> ends = run(new Fake(0.001), new PortfolioStrategy(), 40, job -> {
            pause(Duration.ofMillis(millis.applyAsLong(job)));
            return byShift(job);
        });
        return outcomes(ends);
    }

    private static List<String> outcomes(List<TrialEnd> ends) {
        return sorted(ends).stream()
                .map(end -> end.trial().hyperparameters() + " " + (end.outcome() instanceof TrialOutcome.Scored scored
                        ? Double.toString(scored.value()) : end.outcome().getClass().getSimpleName())).toList();
    }

    private static List<TrialEnd> run(int trials, int seconds, Function<FoldJob, FoldResult> fit) {
        return run(new Fake(0.001), trials, seconds, fit);
    }

    private static List<TrialEnd> run(Learner learner, int trials, int seconds, Function<FoldJob, FoldResult> fit) {
        return run(learner, new RandomStrategy(), trials, seconds, fit);
    }

    private static List<TrialEnd> run(Learner learner, Strategy strategy, int trials, Function<FoldJob, FoldResult> fit) {
        return run(learner, strategy, trials, 20, fit);
    }

    private static List<TrialEnd> run(Learner learner, Strategy strategy, int trials, int seconds,
            Function<FoldJob, FoldResult> fit) {
        return run(learner, strategy, trials, seconds, fit, List.of());
    }

    private static List<TrialEnd> run(Learner learner, Strategy strategy, int trials, int seconds,
            Function<FoldJob, FoldResult> fit, List<TrialEnd> before) {
        List<TrialEnd> ends = new ArrayList<>();
        TrialPlan plan = new TrialPlan(List.of(learner), List.of(new TrialPlan.Start("fake", Map.of())),
                Map.of("fake", 1.0), strategy, SHAPE, ColumnWishes.NONE, new Seed(1));
        SearchGoal settings = new SearchGoal(new MeanError(), -1, Deadline.in(Duration.ofSeconds(seconds)), trials,
                new Seed(1), new CancelToken());
        try (Threads threads = new Threads(fit)) {
            Search search = new Search(settings, DATA, plan, SHAPE, threads, ends::add);
            search.goOnWith(before);
            search.run();
        }
        return ends;
    }

    private static FoldResult fitted(FoldJob job, double answer) {
        return new FoldResult.Fitted(job, 0.001, 0.0001, 1, new Predictions(1, new double[] {answer, answer}), Path.of("member"));
    }

    private static FoldResult broken(FoldJob job) {
        return new FoldResult.Broken(job, 0.001, Problem.of("trial-failed", "It broke.", ""));
    }

    private static List<Double> values(Predictions predictions) {
        return Arrays.stream(predictions.values()).boxed().toList();
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /// Fits in threads of this process.
    private static final class Threads implements TrialExecutor {
        private final ExecutorService pool = Executors.newFixedThreadPool(2);
        private final Function<FoldJob, FoldResult> fit;

        Threads(Function<FoldJob, FoldResult> fit) {
            this.fit = fit;
        }

        @Override
        public int slots() {
            return 2;
        }

        @Override
        public void submit(FoldJob job, Consumer<FoldResult> whenDone) {
            pool.execute(() -> whenDone.accept(fit.apply(job)));
        }

        @Override
        public void close() {
            pool.shutdownNow();
        }
    }

    private record MeanError() implements Metric {
        @Override
        public String id() {
            return "mae";
        }

        @Override
        public Direction direction() {
            return Direction.LOWER_IS_BETTER;
        }

        @Override
        public double best() {
            return 0;
        }

        @Override
        public double worst() {
            return Double.MAX_VALUE;
        }

        @Override
        public boolean supports(Task task) {
            return true;
        }

        @Override
        public double compute(Target truth, Predictions predictions, int positive) {
            double sum = 0;
            for (int row = 0; row < truth.rows(); row++) {
                sum += Math.abs(truth.value(row) - predictions.at(row, 0));
            }
            return sum / truth.rows();
        }
    }

    private record Fake(double seconds) implements Learner {
        @Override
        public String id() {
            return "fake";
        }

        @Override
        public Preparation preparation() {
            return Preparation.TREES;
        }

        @Override
        public Optional<String> refusal(DataShape shape) {
            return Optional.empty();
        }

        @Override
        public SearchSpace space(DataShape shape) {
            return new SearchSpace(List.of(new SearchSpace.Real("shift", -1, 1, 0.05, false)));
        }

        @Override
        public double expectedSeconds(DataShape shape, Hyperparameters hyperparameters) {
            return seconds;
        }

        @Override
        public Form fit(Matrix features, Target target, Hyperparameters hyperparameters, FitContext context) {
            return new Constant(Numbers.of(0));
        }
    }
}
