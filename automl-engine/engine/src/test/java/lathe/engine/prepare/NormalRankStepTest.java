package lathe.engine.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lathe.engine.learn.Learner.Preparation;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Matrix;
import lathe.scoring.NumberColumn;
import lathe.scoring.Task;
import lathe.scoring.step.NormalQuantile;
import lathe.scoring.step.NormalRank;
import lathe.scoring.step.Numbers;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// Reference numbers: scikit-learn 1.9.1, QuantileTransformer(n_quantiles=1000, output_distribution="normal"); SciPy's norm.ppf.
class NormalRankStepTest {

    private static final Field X = Field.of("x", FieldType.NUMBER);

    private static RecipeFitter.Prepared fit(Preparation preparation, double... values) {
        return Columns.FITTER.fit(new Recipe(preparation, Map.of("x", "normal_rank")), Columns.table(X, new NumberColumn(values)),
                Columns.target(Task.REGRESSION, values.length, 1), Columns.SEED);
    }

    private static double[] ranked(double[] training, double... values) {
        double[] sorted = training.clone();
        Arrays.sort(sorted);
        NormalRank ranks = NormalRankStep.ranks("x", sorted);
        return Arrays.stream(values).map(value -> ranks.at(0, value)).toArray();
    }

    @Test
    void ranksAFewNumbersAsScikitLearnDoes() {
        double[] training = {3, 0, 0, 0, 0, 1.5, 2, 40, 7, 0, 5, 5, 900, 6, 3};
        double[] expected = {-5.199337582605575, -5.199337582605575, -0.4637077514571792, -0.36610635680056924, -0.21653412444917097,
            0.27188000539926077, 0.4637077514571789, 0.6744897501960817, 1.4495424760709916, 3.765655115462312, 5.19933758270342,
            5.19933758270342};
        // scikit-learn clips a rounding error further out than 1e-7
        assertArrayEquals(expected, ranked(training, -1, 0, 0.75, 1.5, 1.9, 4, 5, 5.5, 39, 899, 900, 1e9), 1e-9);
    }

    @Test
    void ranksManyNumbersByAThousandQuantilesAsScikitLearnDoes() {
        double[] training = IntStream.range(0, 5003).mapToDouble(i -> Math.exp(3 * (i * 7919 % 5003 / 5003.0))).toArray();
        double[] expected = {-3.988187914388477, -2.7146677095345417, -0.7352452887745856, 0.17220730369003712, 3.0298935495815305,
            3.3592032366419637};
        assertArrayEquals(expected, ranked(training, 1.0001, 1.01, 2, 5.5, 20, 20.05), 1e-9);
    }

    @Test
    void theNormalQuantileIsExact() {
        double[] expected = {-5.1993375821928165, -3.090232306167813, -1.4395314709384563, -0.6744897501960817, 0, 0.02506890825871106,
            1.959963984540054, 5.199337582290661};
        double[] probabilities = {1e-7, 1e-3, 0.075, 0.25, 0.5, 0.51, 0.975, 1 - 1e-7};
        assertArrayEquals(expected, Arrays.stream(probabilities).map(NormalQuantile::of).toArray(), 1e-11);
        assertTrue(Double.isNaN(NormalQuantile.of(Double.NaN)));
    }

    @Test
    void aSkewedColumnBecomesABellWithItsGapsFlaggedAndFilled() {
        double[] values = IntStream.range(0, 400).mapToDouble(i -> i % 10 == 9 ? Double.NaN : Math.exp(i % 37)).toArray();
        RecipeFitter.Prepared prepared = fit(Preparation.LINEAR, values);
        assertEquals(List.of("x is missing", "x"), prepared.recipe().features());
        NumberFacts made = NumberFacts.of(prepared.training().column(1));
        assertEquals(0, made.mean, 1e-12);
        assertEquals(1, made.deviation, 1e-12);
        assertTrue(Math.abs(made.skewness) < 0.5, "skewness %s".formatted(made.skewness));
        Matrix gap = prepared.recipe().apply(Columns.table(X, new NumberColumn(new double[] {Double.NaN})));
        assertTrue(gap.at(0, 0) == 1 && Math.abs(gap.at(0, 1)) < 0.1, "a gap stands in the middle");
    }

    @Test
    void treesAreGivenTheNumberItself() {
        double[] values = {5, 1, 3, 900};
        assertArrayEquals(values, fit(Preparation.TREES, values).training().column(0));
    }

    @Test
    void ranksThatDoNotRiseAreRefused() {
        List<Numbers> falling = List.of(Numbers.of(1, 1));
        List<Numbers> ranks = List.of(Numbers.of(0, 1));
        List<String> names = List.of("x");
        assertThrows(IllegalArgumentException.class, () -> new NormalRank(names, falling, ranks, ranks));
        assertThrows(IllegalArgumentException.class, () -> new NormalRank(names, ranks, List.of(Numbers.of(0, 2)), List.of(Numbers.of(0, 2))));
    }

    @Property(tries = 300)
    void neverFallsAndIsFinite(@ForAll @Size(min = 2, max = 60) double[] numbers, @ForAll double one, @ForAll double other) {
        double[] training = Arrays.stream(numbers).filter(Double::isFinite).sorted().toArray();
        if (training.length < 2 || training[training.length - 1] / 2 - training[0] / 2 == 0) {
            return;
        }
        double[] asked = {Math.min(one, other), Math.max(one, other)};
        double[] made = ranked(training, asked);
        assertTrue(Math.abs(made[0]) < 5.2 && Math.abs(made[1]) < 5.2 && made[0] <= made[1] + 1e-12, Arrays.toString(made));
        double[] own = ranked(training, training);
        for (int i = 1; i < own.length; i++) {
            assertTrue(own[i] >= own[i - 1], "at " + training[i]);
        }
    }
}
