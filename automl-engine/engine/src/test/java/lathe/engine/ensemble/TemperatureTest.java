package lathe.engine.ensemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import lathe.engine.evaluate.LogLoss;
import lathe.engine.learn.Target;
import lathe.engine.provenance.Seed;
import lathe.scoring.Predictions;
import lathe.scoring.form.Blend;
import org.junit.jupiter.api.Test;

class TemperatureTest {

    private static Target fourOfFive(int rows) {
        return Target.classes(IntStream.range(0, rows).map(row -> row / 5 % 5 == 4 ? 1 : 0).toArray(), 2);
    }

    private static Predictions same(int rows, double... values) {
        double[] all = new double[rows * values.length];
        Arrays.setAll(all, i -> values[i % values.length]);
        return new Predictions(values.length, all);
    }

    // 0.9^k / (0.9^k + 0.1^k) = 0.8 for k = ln 4 / ln 9.
    @Test
    void findsThePowerThatMakesNineTenthsFourFifths() {
        double power = Temperature.power(fourOfFive(3000), same(3000, 0.9, 0.1));

        assertEquals(Math.log(4) / Math.log(9), power, 1e-3);
        assertEquals(0.8, Blend.raised(same(1, 0.9, 0.1), power).at(0, 0), 1e-4);
    }

    @Test
    void leavesFewRowsAlone() {
        assertEquals(1, Temperature.power(fourOfFive(2999), same(2999, 0.9, 0.1)));
    }

    @Test
    void leavesWhatIsRightAlone() {
        double power = Temperature.power(fourOfFive(3000), same(3000, 0.8, 0.2));

        assertEquals(1, power, 1e-3);
    }

    @Test
    void lowersTheLogLossOfNewRowsWhereClassesAreToldTooSurely() {
        Drawn past = drawn(2000, 1);
        Drawn fresh = drawn(20_000, 2);
        double power = Temperature.power(past.truth, past.predictions);

        assertEquals(0.5, power, 0.05);
        LogLoss loss = new LogLoss();
        assertTrue(loss.compute(fresh.truth, Blend.raised(fresh.predictions, power), -1)
                < 0.95 * loss.compute(fresh.truth, fresh.predictions, -1));
    }

    @Test
    void worksOnASampleOfManyRows() {
        Drawn many = drawn(400_000, 3);

        assertEquals(0.5, Temperature.power(many.truth, many.predictions), 0.02);
    }

    @Test
    void raisingKeepsTheOrderAndTheSum() {
        Predictions raised = Blend.raised(new Predictions(3, new double[] {0.5, 0.3, 0.2, 1, 0, 0}), 2);

        assertArrayEquals(new double[] {0.25 / 0.38, 0.09 / 0.38, 0.04 / 0.38, 1, 0, 0}, raised.values(), 1e-15);
    }

    /// Classes drawn from probabilities, and their squares made to sum to 1, which are too sure by a power of two.
    private record Drawn(Target truth, Predictions predictions) { }

    private static Drawn drawn(int rows, long seed) {
        RandomGenerator random = new Seed(seed).random();
        double[] values = new double[3 * rows];
        int[] classes = new int[rows];
        for (int row = 0; row < rows; row++) {
            double sum = 0;
            for (int c = 0; c < 3; c++) {
                values[3 * row + c] = Math.exp(random.nextGaussian());
                sum += values[3 * row + c];
            }
            double draw = random.nextDouble() * sum;
            classes[row] = draw < values[3 * row] ? 0 : draw < values[3 * row] + values[3 * row + 1] ? 1 : 2;
            for (int c = 0; c < 3; c++) {
                values[3 * row + c] /= sum;
            }
        }
        return new Drawn(Target.classes(classes, 3), Blend.raised(new Predictions(3, values), 2));
    }
}
