package lathe.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import lathe.engine.learn.Target;
import lathe.engine.provenance.Seed;
import lathe.scoring.Predictions;
import lathe.scoring.Uncertainty;
import org.junit.jupiter.api.Test;

class ConformalTest {

    private static final double LEVEL = Conformal.LEVEL;

    private static Predictions zeros(int rows) {
        return new Predictions(1, new double[rows]);
    }

    /// Answers and the predictions made for them.
    private record Drawn(Target truth, Predictions predictions) { }

    // Errors grow with the prediction, threefold from one end to the other.
    private static Drawn numbers(int rows, RandomGenerator random) {
        double[] predicted = random.doubles(rows, 10, 30).toArray();
        double[] truth = IntStream.range(0, rows).mapToDouble(row -> predicted[row] + predicted[row] / 10 * random.nextGaussian()).toArray();
        return new Drawn(Target.regression(truth), new Predictions(1, predicted));
    }

    // Probabilities that are too sure of themselves, and classes of very different sizes.
    private static Drawn classes(int rows, RandomGenerator random) {
        int[] truth = new int[rows];
        double[] values = new double[3 * rows];
        for (int row = 0; row < rows; row++) {
            double draw = random.nextDouble();
            truth[row] = draw < 0.08 ? 2 : draw < 0.4 ? 1 : 0;
            double sum = 0;
            for (int c = 0; c < 3; c++) {
                values[3 * row + c] = Math.exp(2 * random.nextGaussian() + (c == truth[row] ? 2 : 0));
                sum += values[3 * row + c];
            }
            for (int c = 0; c < 3; c++) {
                values[3 * row + c] /= sum;
            }
        }
        return new Drawn(Target.classes(truth, 3), new Predictions(3, values));
    }

    private static boolean covers(Uncertainty uncertainty, Drawn drawn, int row) {
        return switch (uncertainty) {
            case Uncertainty.None _ -> false;
            case Uncertainty.Range range -> {
                double predicted = drawn.predictions().at(row, 0);
                yield range.low(predicted) <= drawn.truth().value(row) && drawn.truth().value(row) <= range.high(predicted);
            }
            case Uncertainty.Sets sets -> sets.of(drawn.predictions(), row).contains(drawn.truth().classIndex(row));
        };
    }

    // With n of 19 the rank is 18: the second largest of the errors 1 to 19.
    @Test
    void theRangeIsTheErrorOfTheRankThatTheSmallSampleAsksFor() {
        Uncertainty.Range range = assertInstanceOf(Uncertainty.Range.class, Conformal.of(Target.regression(
                IntStream.rangeClosed(1, 19).mapToDouble(i -> i % 2 == 0 ? i : -i).toArray()), zeros(19), LEVEL));

        assertEquals(18, range.high(0), 1e-12);
        assertEquals(-18, range.low(0), 1e-12);
    }

    @Test
    void nineRowsAreEnoughAndEightAreNot() {
        assertInstanceOf(Uncertainty.Range.class, Conformal.of(Target.regression(new double[9]), zeros(9), LEVEL));
        assertInstanceOf(Uncertainty.None.class, Conformal.of(Target.regression(new double[8]), zeros(8), LEVEL));
    }

    @Test
    void aModelWithoutErrorsHasRangesWithoutWidth() {
        Uncertainty.Range range = (Uncertainty.Range) Conformal.of(Target.regression(new double[50]), zeros(50), LEVEL);

        assertEquals(3, range.low(3));
        assertEquals(3, range.high(3));
    }

    // Of the positives' probabilities 0.01 to 0.99 the least is that of rank 90 from above; likewise for the others.
    @Test
    void theLeastProbabilityIsThatOfNineTenthsOfTheClass() {
        int[] truth = IntStream.range(0, 198).map(row -> row % 2).toArray();
        double[] values = new double[396];
        for (int row = 0; row < 198; row++) {
            double own = (row / 2 + 1) / 100.0;
            values[2 * row + row % 2] = own;
            values[2 * row + 1 - row % 2] = 1 - own;
        }
        Uncertainty.Sets sets = (Uncertainty.Sets) Conformal.of(Target.classes(truth, 2), new Predictions(2, values), LEVEL);

        assertEquals(List.of(0.1, 0.1), sets.least());
    }

    @Test
    void aSetIsNeverEmptyAndTheMostProbableComesFirst() {
        Uncertainty.Sets sets = new Uncertainty.Sets(LEVEL, List.of(0.9, 0.3, 0.2));

        assertEquals(List.of(1), sets.of(new Predictions(3, new double[] {0.6, 0.35, 0.05}), 0));
        assertEquals(List.of(2, 1), sets.of(new Predictions(3, new double[] {0.1, 0.4, 0.5}), 0));
        assertEquals(List.of(0), sets.of(new Predictions(3, new double[] {0.7, 0.2, 0.1}), 0));
    }

    @Test
    void classesOfFewRowsShareABound() {
        RandomGenerator random = new Seed(3).random();
        Drawn drawn = classes(400, random);
        Uncertainty.Sets sets = (Uncertainty.Sets) Conformal.of(drawn.truth(), drawn.predictions(), LEVEL);

        assertEquals(3, sets.least().size());
        assertTrue(sets.least().stream().allMatch(least -> least > 0 && least < 1), sets.toString());
    }

    // Over many splits the share of covered rows has the mean ⌈(n+1)·0.9⌉/(n+1); 200 splits of 300 and 100 rows leave a
    // standard error of about 0.0024.
    @Test
    void rangesCoverTheStatedShareOverManySplits() {
        assertEquals(LEVEL, coverage(200, 300, false), 0.0075);
    }

    // Within each class; the top class that fills empty sets can only add.
    @Test
    void setsCoverTheStatedShareOverManySplits() {
        double covered = coverage(200, 1000, true);
        assertTrue(covered >= LEVEL - 0.0075 && covered <= 0.93, "covered " + covered);
    }

    @Test
    void rangesOfSmallSamplesCoverToo() {
        double covered = coverage(1000, 12, false);
        assertTrue(covered >= LEVEL - 0.012, "covered " + covered);
    }

    private static double coverage(int splits, int rows, boolean classes) {
        int covered = 0;
        for (int split = 0; split < splits; split++) {
            RandomGenerator random = new Seed(split).random();
            Drawn past = classes ? classes(rows, random) : numbers(rows, random);
            Drawn fresh = classes ? classes(100, random) : numbers(100, random);
            Uncertainty uncertainty = Conformal.of(past.truth(), past.predictions(), LEVEL);
            covered += (int) IntStream.range(0, 100).filter(row -> covers(uncertainty, fresh, row)).count();
        }
        return covered / (100.0 * splits);
    }

    @Test
    void eachClassIsCoveredForItself() {
        Drawn past = classes(8000, new Seed(11).random());
        Drawn fresh = classes(8000, new Seed(12).random());
        Uncertainty uncertainty = Conformal.of(past.truth(), past.predictions(), LEVEL);

        for (int c = 0; c < 3; c++) {
            int wanted = c;
            int[] rows = IntStream.range(0, 8000).filter(row -> fresh.truth().classIndex(row) == wanted).toArray();
            double covered = (double) IntStream.of(rows).filter(row -> covers(uncertainty, fresh, row)).count() / rows.length;
            assertTrue(covered >= LEVEL - 3 * Math.sqrt(LEVEL * (1 - LEVEL) * 2 / rows.length), "class " + c + " covered " + covered);
        }
    }

    @Test
    void rangesAreWideWhereErrorsAreLarge() {
        Drawn past = numbers(3000, new Seed(1).random());
        Drawn fresh = numbers(20_000, new Seed(2).random());
        Uncertainty.Range range = (Uncertainty.Range) Conformal.of(past.truth(), past.predictions(), LEVEL);

        assertTrue(range.high(29) - 29 > 2 * (range.high(11) - 11), range.toString());
        int[] small = IntStream.range(0, 20_000).filter(row -> fresh.predictions().at(row, 0) < 15).toArray();
        int[] large = IntStream.range(0, 20_000).filter(row -> fresh.predictions().at(row, 0) > 25).toArray();
        assertEquals(LEVEL, (double) IntStream.of(small).filter(row -> covers(range, fresh, row)).count() / small.length, 0.03);
        assertEquals(LEVEL, (double) IntStream.of(large).filter(row -> covers(range, fresh, row)).count() / large.length, 0.03);
    }
}
