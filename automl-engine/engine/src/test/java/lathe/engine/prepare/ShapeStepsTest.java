package lathe.engine.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lathe.engine.learn.Learner.Preparation;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Task;
import lathe.scoring.step.YeoJohnson;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// Reference numbers: scikit-learn 1.9.1, PowerTransformer(), RobustScaler(), KBinsDiscretizer(n_bins=10, encode="ordinal",
/// quantile_method="averaged_inverted_cdf").
class ShapeStepsTest {

    private static final double NONE = Double.NaN;
    private static final Field X = Field.of("x", FieldType.NUMBER);
    private static final double[] SKEWED = {7, -3, -1.5, 0.1, -0.2, 0, 0.4, 60, 0.9, 1.7, 2.5, 4, 12, 25};

    private static RecipeFitter.Prepared fit(String step, Preparation preparation, double... values) {
        return Columns.FITTER.fit(new Recipe(preparation, Map.of("x", step)), Columns.table(X, new NumberColumn(values)),
                Columns.target(Task.REGRESSION, values.length, 1), Columns.SEED);
    }

    private static double[] feature(String step, Preparation preparation, double... values) {
        return fit(step, preparation, values).training().column(0);
    }

    @Test
    void powersOfBothSignsAreThoseOfScikitLearn() {
        assertArrayEquals(new double[] {0.5133555931579704, -2.252119401435041, -1.117654492424684, -0.3645005126448886,
                -0.4649501722724712, -0.3957165243014848, -0.2817313570003553, 2.0823659617665164, -0.16866087442861144,
                -0.02613922702170786, 0.08839414268062683, 0.2598773954352364, 0.8122866743468939, 1.3151927941419999}, feature("power",
                Preparation.LINEAR, SKEWED), 1e-6);
    }

    @Test
    void powersAreFoundAsScikitLearnFindsThem() {
        double[] amounts = IntStream.range(0, 5003).mapToDouble(i -> Math.exp(3 * (i * 7919 % 5003 / 5003.0))).sorted().toArray();
        assertEquals(-0.17782713255037316, PowerStep.lambda(amounts), 1e-6);
        double[] negative = Arrays.stream(amounts).map(value -> 1 - value).sorted().toArray();
        assertEquals(1.999999999994799, PowerStep.lambda(negative), 1e-6);
        double[] far = IntStream.range(0, 200).mapToDouble(i -> 20 + Math.sqrt(i * 37 % 200)).sorted().toArray();
        assertEquals(3.5169703517321858, PowerStep.lambda(far), 1e-5);
    }

    @Test
    void whereAPowerWouldLoseTheDigitsTheNumberStays() {
        double[] far = IntStream.range(0, 50).mapToDouble(i -> 1e15 + i * i).toArray();
        assertEquals(List.of("x"), fit("power", Preparation.LINEAR, far).recipe().features());
        assertEquals(50, Arrays.stream(feature("power", Preparation.LINEAR, far)).distinct().count());
    }

    @Property(tries = 200)
    void aPowerRisesWithTheNumber(@ForAll @Size(min = 2, max = 40) List<@DoubleRange(min = -1e6, max = 1e6) Double> numbers) {
        double[] sorted = numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted[0] == sorted[sorted.length - 1]) {
            return;
        }
        double lambda = PowerStep.lambda(sorted);
        assertTrue(lambda >= -9 && lambda <= 11, "power " + lambda);
        for (int i = 1; i < sorted.length; i++) {
            assertTrue(YeoJohnson.of(sorted[i], lambda) >= YeoJohnson.of(sorted[i - 1], lambda), "at " + sorted[i]);
        }
    }

    @Test
    void rangesHoldAsManyRowsEachAsScikitLearnsDo() {
        double[] values = IntStream.range(0, 57).mapToDouble(i -> i * 23 % 57 * (i * 23 % 57) / 8.0).toArray();
        assertArrayEquals(new double[] {3.125, 15.125, 36.125, 60.5, 98, 144.5, 190.125, 253.125, 325.125},
                BinsStep.edges(Arrays.stream(values).sorted().toArray(), 10), 1e-12);
        assertArrayEquals(new double[] {0, 4, 8, 2, 6, 0, 4, 8, 2, 6, 0, 4, 8, 2, 6, 0, 4, 8, 2, 6, 0, 4, 8, 2, 7, 1, 5, 9, 3,
                7, 1, 5, 9, 3, 7, 1, 5, 9, 3, 7, 1, 5, 9, 3, 7, 1, 5, 9, 3, 7, 1, 5, 9, 4, 8, 2, 6}, feature("bins", Preparation.TREES,
                values));
        assertArrayEquals(new double[] {0.5, 1.5, 2, 3.5, 5}, BinsStep.edges(new double[] {0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 2, 3,
                4, 5, 5, 9, 9, 9, 9, 9}, 10), 1e-12);
    }

    @Test
    void rangesAreYesOrNoForLinearModels() {
        double[] values = IntStream.range(0, 40).mapToDouble(i -> i < 4 ? NONE : i < 23 ? 1.5 : 7000).toArray();
        values[39] = 8000;
        RecipeFitter.Prepared prepared = fit("bins", Preparation.LINEAR, values);
        assertEquals(List.of("x is missing", "x from 7000"), prepared.recipe().features());
        assertArrayEquals(new double[] {0, 0, 1, 1}, new double[] {prepared.training().at(0, 1), prepared.training().at(4, 1),
                prepared.training().at(23, 1), prepared.training().at(39, 1)});
    }

    @Test
    void quartilesScaleAsScikitLearnDoes() {
        assertArrayEquals(new double[] {0.9156626506024097, -0.6907630522088354, -0.4497991967871486, -0.1927710843373494,
                -0.24096385542168677, -0.20883534136546186, -0.14457831325301207, 9.42971887550201, -0.06425702811244981,
                0.0642570281124498, 0.1927710843373494, 0.4337349397590362, 1.7188755020080322, 3.807228915662651}, feature("robust",
                Preparation.LINEAR, SKEWED), 1e-12);
    }

    @Test
    void gapsAreTheMedianOrZero() {
        double[] values = {4, NONE, 8, 1, NONE, 100};
        assertArrayEquals(new double[] {4, 6, 8, 1, 6, 100}, fit("median", Preparation.TREES, values).training().column(1));
        assertArrayEquals(new double[] {0, 1, 0, 0, 1, 0}, feature("median", Preparation.TREES, values));
        assertArrayEquals(new double[] {4, 0, 8, 1, 0, 100}, feature("zero", Preparation.TREES, values));
        assertEquals(List.of("x"), fit("zero", Preparation.LINEAR, values).recipe().features());
        assertArrayEquals(new double[] {0, 1, 0, 0, 1, 0}, feature("only_missing", Preparation.LINEAR, values));
    }
}
