package lathe.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lathe.engine.builtin.Learners;
import lathe.engine.learn.AskedLoss;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.learn.Target;
import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.engine.search.TrialPlan.Start;
import lathe.engine.track.SearchSettings;
import lathe.scoring.Matrix;
import lathe.scoring.ProblemException;
import lathe.scoring.Task;
import lathe.scoring.form.Features;
import org.junit.jupiter.api.Test;

class LossWishTest {

    private static final DataShape NUMBERS = new DataShape(Task.REGRESSION, 0, 1000, 10);
    private static final Set<String> DESCENDING = Set.of("baseline", "boosting", "symmetric_boosting", "explainable_boosting");

    @Test
    void aQuantileLeavesOutWhoCannotAnswerWithIt() {
        List<Learner> held = LossWish.held(Learners.USUAL, AskedLoss.quantile(0.75));

        assertEquals(DESCENDING, held.stream().filter(each -> each.refusal(NUMBERS).isEmpty()).map(Learner::id).collect(Collectors.toSet()));
    }

    @Test
    void otherLossesLeaveNobodyOutAndEveryTrialCarriesThem() {
        List<Learner> held = LossWish.held(Learners.USUAL, AskedLoss.parse("huber"));

        assertTrue(held.stream().allMatch(each -> each.refusal(NUMBERS).equals(Learners.byId(each.id()).refusal(NUMBERS))));
        for (Learner each : held) {
            Hyperparameters drawn = each.space(NUMBERS).draw(new Random(3));
            assertEquals(DESCENDING.contains(each.id()), "huber".equals(drawn.values().get("loss")), each.id());
        }
        for (Start start : StartOrder.starts(held, LossWish.metric(SearchSettings.DEFAULTS.withLoss(AskedLoss.parse("huber")), Task.REGRESSION), NUMBERS, false)) {
            Learner learner = held.stream().filter(each -> each.id().equals(start.learner())).findFirst().orElseThrow();
            assertNotNull(learner.space(NUMBERS).with(start.changes()));
        }
    }

    @Test
    void theMetricFollowsTheLossUnlessNamed() {
        SearchSettings quantile = SearchSettings.DEFAULTS.withLoss(AskedLoss.quantile(0.9));

        assertEquals("pinball_0.9", LossWish.metric(quantile, Task.REGRESSION).id());
        assertEquals("pinball_0.9", LossWish.metric(quantile.withMetric("pinball_0.9"), Task.REGRESSION).id());
        assertThrows(ProblemException.class, () -> LossWish.metric(quantile.withMetric("rmse"), Task.REGRESSION));
        assertEquals("mae", LossWish.metric(SearchSettings.DEFAULTS.withLoss(AskedLoss.parse("absolute")), Task.REGRESSION).id());
        assertEquals("rmse", LossWish.metric(SearchSettings.DEFAULTS.withLoss(AskedLoss.parse("tweedie")), Task.REGRESSION).id());
        assertEquals("r2", LossWish.metric(SearchSettings.DEFAULTS.withLoss(AskedLoss.parse("tweedie")).withMetric("r2"), Task.REGRESSION).id());
    }

    @Test
    void classesHaveNoSuchLoss() {
        TargetCoding classes = new TargetCoding(Task.BINARY, List.of("a", "b"), 1, Target.classes(new int[] {0, 1}, 2), new int[] {0, 1});

        assertEquals("loss-without-numbers", assertThrows(ProblemException.class,
                () -> LossWish.require(AskedLoss.parse("huber"), classes)).problem().code());
    }

    @Test
    void textsOfLossesAreReadBack() {
        for (String text : List.of("", "squared", "log_cosh", "quantile:0.05")) {
            assertEquals(text, AskedLoss.parse(text).text());
        }
        for (String text : List.of("quantile", "quantile:1", "quantile:x", "huber:0.5", "cubic")) {
            assertThrows(IllegalArgumentException.class, () -> AskedLoss.parse(text), text);
        }
    }

    @Test
    void everyLearnerHeldToAQuantileFindsIt() {
        Random random = new Random(4);
        double[] x = random.doubles(1500).toArray();
        double[] y = IntStream.range(0, x.length).mapToDouble(row -> -Math.log(1 - random.nextDouble()) * (x[row] < 0.5 ? 1 : 5)).toArray();
        Matrix features = new Matrix(List.of("x"), new double[][] {x}, x.length);
        Target target = Target.regression(y);
        DataShape shape = new DataShape(Task.REGRESSION, 0, x.length, 1);
        for (Learner each : LossWish.held(Learners.USUAL, AskedLoss.quantile(0.8))) {
            if (each.refusal(shape).isPresent()) {
                continue;
            }
            Matrix seen = each.id().equals("baseline") ? new Matrix(List.of(), new double[0][], x.length) : features;
            double[] answers = each.fit(seen, target, each.space(shape).with(Map.of()),
                    new FitContext(new Seed(1), Deadline.never(), new CancelToken())).predict(Features.of(seen)).values();
            double below = IntStream.range(0, y.length).filter(row -> y[row] <= answers[row]).count() / (double) y.length;
            assertEquals(0.8, below, 0.04, each.id());
            assertFalse(each.space(shape).parameters().isEmpty(), each.id());
        }
    }
}
