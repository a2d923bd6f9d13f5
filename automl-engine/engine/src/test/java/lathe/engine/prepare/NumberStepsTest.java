package lathe.engine.prepare;

import static lathe.engine.prepare.Columns.FITTER;
import static lathe.engine.prepare.Columns.SEED;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lathe.engine.learn.Learner.Preparation;
import lathe.engine.prepare.RecipeFitter.Prepared;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Matrix;
import lathe.scoring.NumberColumn;
import lathe.scoring.Task;
import org.junit.jupiter.api.Test;

/// Reference numbers: scikit-learn 1.9.1 and SciPy's `skew`.
class NumberStepsTest {

    private static final double NONE = Double.NaN;
    private static final Field X = Field.of("x", FieldType.NUMBER);

    private static Prepared fit(String step, Preparation preparation, double... values) {
        return FITTER.fit(new Recipe(preparation, Map.of("x", step)), Columns.table(X, new NumberColumn(values)),
                Columns.target(Task.REGRESSION, values.length, 1), SEED);
    }

    private static Matrix apply(Prepared prepared, double... values) {
        return prepared.recipe().apply(Columns.table(X, new NumberColumn(values)));
    }

    /// StandardScaler.
    @Test
    void scalesAsScikitLearnDoes() {
        double[] expected = {-0.8703882797784892, 0.5222329678670935, -1.5666989036012806, 1.5666989036012806,
            -0.5222329678670935, 0.17407765595569785, -1.2185435916898848, -0.17407765595569785, 1.2185435916898848,
            0.8703882797784892};
        Prepared prepared = fit("number", Preparation.LINEAR, 3, 7, 1, 10, 4, 6, 2, 5, 9, 8);
        assertArrayEquals(expected, prepared.training().column(0), 1e-15);
    }

    /// SimpleImputer(strategy="median"), then StandardScaler.
    @Test
    void fillsWithTheMedianAndFlagsWhatWasMissing() {
        double[] expected = {-1.0795682590273208, -0.6597361582944739, -0.23990405756162692, 0.17992804317122005,
            2.279088546835455, -0.23990405756162692, -0.23990405756162692};
        Prepared prepared = fit("number", Preparation.LINEAR, 1, 2, NONE, 4, 9, NONE, 3);
        assertEquals(List.of("x is missing", "x"), prepared.recipe().features());
        assertArrayEquals(new double[] {0, 0, 1, 0, 0, 1, 0}, prepared.training().column(0));
        assertArrayEquals(expected, prepared.training().column(1), 1e-15);
    }

    /// numpy.log1p, then StandardScaler; skewness 2.4255 before, 0.0970 after.
    @Test
    void drawsInALongTail() {
        double[] values = IntStream.range(0, 20).mapToDouble(i -> Math.exp(i / 2.0)).toArray();
        assertEquals(2.4255428745443437, NumberFacts.of(values).skewness, 1e-12);
        double[] feature = fit("number", Preparation.LINEAR, values).training().column(0);
        assertEquals(-1.5113176172158436, feature[0], 1e-12);
        assertEquals(0.056746810681252605, feature[10], 1e-12);
        assertEquals(1.6901688224010774, feature[19], 1e-12);
        assertArrayEquals(feature, fit("log", Preparation.LINEAR, values).training().column(0));
        assertArrayEquals(values, fit("number", Preparation.TREES, values).training().column(0));
    }

    /// A logarithm would put 8 and 9 side by side, far from the zeros.
    @Test
    void keepsTheSizesOfWhatIsZeroInMostRows() {
        double[] values = IntStream.range(0, 200).mapToDouble(i -> i % 10 == 0 ? Math.exp(i / 20.0) : 0).toArray();
        double[] feature = fit("number", Preparation.LINEAR, values).training().column(0);
        NumberFacts facts = NumberFacts.of(values);
        assertTrue(facts.skewness > 2, "skewness " + facts.skewness);
        assertEquals((values[190] - facts.mean) / facts.deviation, feature[190], 1e-12);
        assertEquals(values[190] / values[100], (feature[190] - feature[1]) / (feature[100] - feature[1]), 1e-9);
    }

    /// numpy.clip to the nearest 0.1 % and 99.9 % quantiles (3 and 2997), then StandardScaler.
    @Test
    void keepsAStraightLineWithinWhatTrainingHasSeen() {
        double[] values = IntStream.range(0, 3000).mapToDouble(i -> (i * 7919) % 3001).toArray();
        Prepared prepared = fit("number", Preparation.LINEAR, values);
        assertArrayEquals(new double[] {-1.7279631096491779, 0.48113178951081514, -0.7699961471085331, 1.442561283241366,
            0.1914333466220177}, Arrays.copyOf(prepared.training().column(0), 5), 1e-12);
        assertEquals((2997 - 1500.1386666666667) / 866.4181881583255, apply(prepared, 1e9).at(0, 0), 1e-12);
    }

    @Test
    void treesSeeMissingBelowEverything() {
        Prepared prepared = fit("number", Preparation.TREES, 10, NONE, 30, 110);
        assertArrayEquals(new double[] {10, 0, 30, 110}, prepared.training().column(0));
        double[] huge = fit("number", Preparation.TREES, 1e18, NONE, 1e18).training().column(0);
        assertTrue(huge[1] < huge[0], "missing stays apart from numbers that swallow a 1");
    }

    @Test
    void learnersThatAskForItSeeMissingAsMissing() {
        for (String step : List.of("number", "log", "clip", "standard")) {
            Prepared prepared = fit(step, Preparation.TREES_WITH_MISSING, 10, NONE, 30, 110);
            assertTrue(Double.isNaN(prepared.training().at(1, 0)) && prepared.training().at(0, 0) < prepared.training().at(2, 0), step);
            assertTrue(Double.isNaN(apply(fit(step, Preparation.TREES_WITH_MISSING, 10, 30), NONE).at(0, 0)), step);
        }
        assertArrayEquals(new double[] {10, 50, 30, 110}, fit("mean", Preparation.TREES_WITH_MISSING, 10, NONE, 30, 110).training().column(1));
    }

    @Test
    void clippingMovesOutliersToUsualValues() {
        double[] values = IntStream.rangeClosed(0, 200).mapToDouble(i -> i == 200 ? 1e6 : i).toArray();
        Matrix prepared = apply(fit("clip", Preparation.TREES, values), -50, 7, 1e7);
        assertArrayEquals(new double[] {2, 7, 198}, prepared.column(0));
        double[] mostlyZero = new double[500];
        mostlyZero[3] = 8;
        assertArrayEquals(mostlyZero, fit("clip", Preparation.TREES, mostlyZero).training().column(0));
    }

    @Test
    void aNumberThatIsAlwaysTheSameTellsOnlyThatItIsThere() {
        Prepared prepared = fit("number", Preparation.LINEAR, 0.1, 0.1, 0.1, NONE, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1);
        assertEquals(List.of("x is missing"), prepared.recipe().features());
        assertEquals(0.1, NumberFacts.of(new double[] {0.1, 0.1, 0.1, 0.1, 0.1, 0.1}).mean);
        assertEquals(0.0, NumberFacts.of(new double[] {0.1, 0.1, 0.1, 0.1, 0.1, 0.1}).deviation);
    }

    @Test
    void tinyNumbersAreNotLostInALogarithm() {
        double[] values = IntStream.range(0, 20).mapToDouble(i -> 1e-20 * Math.exp(i)).toArray();
        assertEquals(20, Arrays.stream(fit("number", Preparation.LINEAR, values).training().column(0)).distinct().count());
        assertEquals(20, Arrays.stream(fit("log", Preparation.TREES, values).training().column(0)).distinct().count());
    }
}
