package lathe.engine.learn.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import lathe.engine.adapter.smile.BlasProduct;
import lathe.engine.provenance.Seed;
import lathe.scoring.Matrix;
import org.junit.jupiter.api.Test;

/// The small parts of a training; references are worked out by hand or by numpy.
class NetworkPartsTest {

    private static float[] drawn(int count, RandomGenerator random) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextInt(4) == 0 ? 0 : (float) random.nextGaussian();
        }
        return values;
    }

    @Test
    void bothWaysToMultiplyGiveWhatSumsGive() {
        RandomGenerator random = new Seed(1).random();
        for (int[] size : new int[][] {{1, 1, 1}, {2, 4, 3}, {7, 9, 5}, {5, 13, 1}, {32, 16, 20}}) {
            int rows = size[0];
            int inputs = size[1];
            int outputs = size[2];
            float[] x = drawn(rows * inputs, random);
            float[] w = drawn(inputs * outputs, random);
            float[] dy = drawn(rows * outputs, random);
            float[] y = new float[rows * outputs];
            float[] dx = new float[rows * inputs];
            float[] dw = new float[inputs * outputs];
            for (int row = 0; row < rows; row++) {
                for (int i = 0; i < inputs; i++) {
                    for (int j = 0; j < outputs; j++) {
                        y[row * outputs + j] += x[row * inputs + i] * w[i * outputs + j];
                        dx[row * inputs + i] += dy[row * outputs + j] * w[i * outputs + j];
                        dw[i * outputs + j] += x[row * inputs + i] * dy[row * outputs + j];
                    }
                }
            }
            for (MatrixProduct product : List.of(new LoopProduct(), BlasProduct.orLoops())) {
                float[] ones = new float[rows * outputs + 3];
                Arrays.fill(ones, 1);
                product.forward(x, w, ones, rows, inputs, outputs);
                for (int i = 0; i < y.length; i++) {
                    assertEquals(1 + y[i], ones[i], 1e-4);
                }
                assertEquals(1, ones[y.length]);
                float[] back = drawn(dx.length, random);
                product.back(dy, w, back, rows, inputs, outputs);
                assertArrayEquals(dx, back, 1e-4f);
                float[] weights = drawn(dw.length, random);
                product.weights(x, dy, weights, rows, inputs, outputs);
                assertArrayEquals(dw, weights, 1e-4f);
            }
        }
    }

    @Test
    void exponentialsAndSinesAreAsGoodAsFloats() {
        for (float x = -80; x < 80; x += 0.37f) {
            assertEquals(1, Bend.exp(x) / Math.exp(x), 5e-7);
        }
        assertTrue(Float.isFinite(Bend.exp(1000)) && Bend.exp(-1000) >= 0);
        for (float turns = -5; turns < 5; turns += 0.013f) {
            assertEquals(Math.sin(2 * Math.PI * turns), Waves.sine(turns), 5e-6);
        }
    }

    // numpy: m = .9 m + .1 g, v = .95 v + .05 g², w = w (1 − .1 · .02) − .1 · (m / (1 − .9^t)) / (√(v / (1 − .95^t)) + 1e-8)
    // for g = 2, −1, 0.5, starting at w = 1
    @Test
    void adamWStepsAsItsFormulasSay() {
        Parameter parameter = new Parameter(1, 1, true);
        parameter.value[0] = 1;
        AdamW optimiser = new AdamW(0.95, 0.02);
        float[] expected = {0.898f, 0.86936706f, 0.8329602f};
        float[] gradients = {2, -1, 0.5f};
        for (int i = 0; i < 3; i++) {
            parameter.gradient[0] = gradients[i];
            optimiser.step(List.of(parameter), 0.1);
            assertEquals(expected[i], parameter.value[0], 2e-6);
        }
    }

    @Test
    void schedulesStartAndEndWhereTheyShould() {
        assertEquals(0, Schedule.COSLOG4.at(0), 1e-12);
        assertEquals(0, Schedule.COSLOG4.at(1.0 / 15), 1e-12);
        assertEquals(1, Schedule.COSLOG4.at((Math.sqrt(2) - 1) / 15), 1e-12);
        assertEquals(1, Schedule.COSLOG4.at((Math.pow(2, 3.5) - 1) / 15), 1e-12);
        assertEquals(0, Schedule.COSLOG4.at(1), 1e-9);
        assertEquals(1, Schedule.ONE_CYCLE.at(0.2), 1e-12);
        assertEquals(0, Schedule.ONE_CYCLE.at(1), 1e-12);
        assertEquals(1, Schedule.FLAT_COSINE.at(0.5), 1e-12);
        assertEquals(0.5, Schedule.FLAT_COSINE.at(0.75), 1e-12);
        assertEquals(1, Schedule.CONSTANT.at(0.99));
    }

    @Test
    void dropoutDropsItsShareAndKeepsTheSum() {
        DropoutLayer layer = new DropoutLayer(1000, () -> 0.25, 3, 20);
        float[] ones = new float[20_000];
        Arrays.fill(ones, 1);
        float[] y = layer.forward(ones, 20, true);
        double dropped = 0;
        double sum = 0;
        for (float value : y) {
            dropped += value == 0 ? 1 : 0;
            sum += value;
        }
        assertEquals(0.25, dropped / 20_000, 0.01);
        assertEquals(1, sum / 20_000, 0.02);
        assertArrayEquals(y, layer.backward(ones, 20));
        assertArrayEquals(ones, layer.forward(ones, 20, false));
    }

    @Test
    void inputsAreScaledByQuartilesOrHalfTheRangeAndConstantsAreLeftOut() {
        double[] spread = new double[101];
        double[] mostlyZero = new double[101];
        double[] codes = new double[101];
        for (int i = 0; i <= 100; i++) {
            spread[i] = i;
            mostlyZero[i] = i == 7 ? 4 : 0;
            codes[i] = i % 3 + 1;
        }
        InputData data = new InputData(new Matrix(List.of("spread", "constant", "flag", "code"),
                new double[][] {spread, new double[101], mostlyZero, codes}, 101, Set.of("code")));
        assertEquals(2, data.numberCount());
        assertEquals(50, data.numbers.get(0).center());
        assertEquals(50, data.numbers.get(0).scale());
        assertEquals(0, data.numbers.get(1).center());
        assertEquals(2, data.numbers.get(1).scale());
        assertEquals(List.of(3), data.levelFeatures);
        assertEquals(4, data.levels(0));
        assertEquals((float) (2 / Math.sqrt(1 + 4.0 / 9)), data.values[2 * 7 + 1]);
    }

    // numpy.std of 97 zeros, 1, 3, 5 and 100
    @Test
    void aFarValueDoesNotPressTogetherWhatIsZeroInMostRows() {
        double[] column = new double[101];
        column[3] = 1;
        column[50] = 3;
        column[70] = 5;
        column[100] = 100;
        InputData data = new InputData(new Matrix(List.of("mostly zero"), new double[][] {column}, 101, Set.of()));
        assertEquals(9.909175, data.numbers.getFirst().scale(), 1e-6);
        double[] huge = Arrays.stream(column).map(value -> value * 1e300).toArray();
        assertEquals(9.909175e300, new InputData(new Matrix(List.of("huge"), new double[][] {huge}, 101, Set.of())).numbers.getFirst().scale(), 1e294);
    }
}
