package lathe.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import lathe.engine.learn.Target;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.scoring.Predictions;
import lathe.scoring.ProblemException;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    private static final Seed SEED = new Seed(21);

    @Test
    void theIntervalOfAccuracyHoldsTheTruthAboutNineteenTimesInTwenty() {
        int held = 0;
        int experiments = 200;
        double truth = 0.8;
        for (int i = 0; i < experiments; i++) {
            Random random = new Random(i);
            Target ones = Target.classes(filled(150), 2);
            Predictions predictions = CurvesTest.predictions(
                    random.doubles(150).map(u -> u < truth ? 0.9 : 0.1).toArray());
            Score score = score(new Accuracy(), ones, predictions, SEED.child("experiment", i));
            held += score.lower() <= truth && truth <= score.upper() ? 1 : 0;
        }

        assertTrue(held >= 0.9 * experiments && held <= 0.99 * experiments, held + " of " + experiments);
    }

    @Test
    void theIntervalOfAMeanErrorMatchesTheNormalOne() {
        int rows = 2000;
        Random random = new Random(4);
        double[] errors = random.doubles(rows).toArray();
        Score score = score(new Mae(), Target.regression(new double[rows]), new Predictions(1, errors), SEED);

        // standard error of the mean of uniform numbers: sqrt(1/12/n)
        double half = 1.96 * Math.sqrt(1.0 / 12 / rows);
        assertEquals(score.value() - half, score.lower(), 0.15 * half);
        assertEquals(score.value() + half, score.upper(), 0.15 * half);
    }

    @Test
    void equalSeedsGiveEqualScores() {
        Target truth = Target.classes(new int[] {0, 1, 1, 0, 1, 0, 1, 0, 0, 1}, 2);
        Predictions predictions = CurvesTest.predictions(.1, .4, .8, .4, .35, .5, .9, .5, .05, .5);

        assertEquals(score(new RocAuc(), truth, predictions, SEED), score(new RocAuc(), truth, predictions, SEED));
    }

    @Test
    void noErrorAmongFewRowsIsNoCertainty() {
        Target truth = Target.classes(filled(20), 2);
        double[] sure = new double[20];
        Arrays.fill(sure, 0.99);
        Score score = score(new Accuracy(), truth, CurvesTest.predictions(sure), SEED);

        assertEquals(1.0, score.upper(), 0.0);
        assertEquals(0.8, score.lower(), 1e-12);
    }

    @Test
    void resamplesWithoutAPositiveRowWidenTheInterval() {
        Target truth = Target.classes(IntStream.range(0, 200).map(row -> row == 0 ? 1 : 0).toArray(), 2);
        Predictions predictions = CurvesTest.predictions(
                IntStream.range(0, 200).mapToDouble(row -> row == 0 ? 0.7 : row / 200.0).toArray());
        Score score = score(new RocAuc(), truth, predictions, SEED);

        // one positive row is missing in a third of the resamples
        assertEquals(0.0, score.lower(), 0.0);
        assertEquals(1.0, score.upper(), 0.0);
    }

    @Test
    void oneRowOfANumberSaysNothing() {
        Score score = score(new Rmse(), Target.regression(new double[] {1}), new Predictions(1, new double[] {3}), SEED);

        assertEquals(new Score("rmse", 2, 0, Double.MAX_VALUE, 0.95, 1), score);
    }

    @Test
    void rowsOfOneGroupAreDrawnTogetherAndTellLess() {
        int rows = 400;
        long[] groups = IntStream.range(0, rows).mapToLong(row -> row / 20).toArray();
        Random random = new Random(6);
        double[] byGroup = random.doubles(20).toArray();
        Target truth = Target.regression(new double[rows]);
        Predictions predictions = new Predictions(1,
                IntStream.range(0, rows).mapToDouble(row -> byGroup[row / 20]).toArray());
        Score alone = score(new Mae(), truth, predictions, SEED);
        Score grouped = Bootstrap.score(new Mae(), truth, predictions, -1, groups, SEED, Deadline.never());

        // twenty equal rows are worth one: the interval is wider by the root of 20
        assertEquals(Math.sqrt(20), (grouped.upper() - grouped.lower()) / (alone.upper() - alone.lower()), 0.8);
    }

    @Test
    void aPassedDeadlineStillGivesAnInterval() {
        Target truth = Target.regression(new double[100]);
        Predictions predictions = new Predictions(1, new Random(3).doubles(100).toArray());
        Score score = Bootstrap.score(new Mae(), truth, predictions, -1, SEED, Deadline.in(Duration.ZERO));

        assertTrue(score.lower() < score.value() && score.value() < score.upper());
    }

    @Test
    void rowsThatDoNotDefineTheMetricAreNamed() {
        ProblemException refused = assertThrows(ProblemException.class, () -> score(new RocAuc(),
                Target.classes(filled(3), 2), CurvesTest.predictions(.1, .2, .3), SEED));

        assertEquals("score-undefined", refused.problem().code());
        assertTrue(refused.getMessage().startsWith("roc_auc is not defined on the 3 judged rows"));
    }

    @Test
    void fortyThousandRowsEndWithTheirDeadline() {
        int rows = 40_000;
        Random random = new Random(2);
        Target truth = Target.classes(random.ints(rows, 0, 2).toArray(), 2);
        Predictions predictions = CurvesTest.predictions(random.doubles(rows).toArray());
        long start = System.nanoTime();
        Score score = Bootstrap.score(new RocAuc(), truth, predictions, 1, SEED, Deadline.in(Duration.ofMillis(900)));
        double seconds = (System.nanoTime() - start) / 1e9;

        // Hanley and McNeil (1982) at chance: standard error 0.0029
        assertEquals(2 * 1.96 * 0.0029, score.upper() - score.lower(), 0.003);
        assertTrue(seconds < 5, seconds + " s");
    }

    @Test
    void aClearlyBetterChallengerBeatsTheLeaderInNearlyAllResamples() {
        Target truth = Target.regression(new Random(1).doubles(300).toArray());
        Predictions good = noisy(truth, 0.1, 2);
        Predictions poor = noisy(truth, 0.2, 3);

        assertTrue(better(truth, poor, good) > 0.99);
        assertTrue(better(truth, good, poor) < PairedBootstrap.TIE);
    }

    @Test
    void equalPredictionsAreTied() {
        Target truth = Target.regression(new Random(1).doubles(50).toArray());
        Predictions same = noisy(truth, 0.1, 2);

        assertEquals(0.5, better(truth, same, same), 0.0);
    }

    private static double better(Target truth, Predictions leader, Predictions challenger) {
        return PairedBootstrap.shareBetter(new Rmse(), truth, new PairedBootstrap.Pair(leader, challenger), -1,
                RowGroups.each(truth.rows()), SEED, Deadline.never());
    }

    private static Predictions noisy(Target truth, double noise, long seed) {
        Random random = new Random(seed);
        return new Predictions(1, IntStream.range(0, truth.rows())
                .mapToDouble(row -> truth.value(row) + noise * random.nextGaussian()).toArray());
    }

    private static int[] filled(int rows) {
        int[] ones = new int[rows];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static Score score(Metric metric, Target truth, Predictions predictions, Seed seed) {
        return Bootstrap.score(metric, truth, predictions, truth.classCount() == 2 ? 1 : -1, seed, Deadline.never());
    }
}
