package lathe.scoring.form;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lathe.scoring.Matrix;
import org.junit.jupiter.api.Test;

/// What networks answer. References: scikit-learn 1.9.1 (MLPClassifier with the weights given, cast to 32 bits, on inputs
/// clipped by numpy) and numpy formulas.
class NetworkTest {

    private static final List<NetworkInput> INPUTS = List.of(new NetworkInput.Plain(0, 0.25, 2), new NetworkInput.Plain(1, -0.5, 0.5));

    private static NetworkLayer.Dense dense(Activation activation, Floats weights, float... biases) {
        return new NetworkLayer.Dense(weights, Floats.of(biases), activation);
    }

    private static double[] answers(Network network) {
        double[][] columns = {{0.5, 2, -3}, {-1.25, 1, 0.125}};
        return network.predict(Features.of(new Matrix(List.of("a", "b"), columns, 3))).values();
    }

    private static Network binary() {
        return new Network(INPUTS, List.of(dense(Activation.RELU,
                Floats.of(-1.3224295f, 3.2509885f, -1.6278639f, -2.0118966f, -3.798385f, -2.4827712f),
                0.39270085f, 1.0583683f, 0.49004713f)),
                List.of(List.of(dense(Activation.IDENTITY, Floats.of(3.4821696f, -3.1673627f, 1.9532099f), -0.24799442f))), Link.LOGISTIC);
    }

    @Test
    void answersAsScikitLearnForTwoClasses() {
        assertArrayEquals(new double[] {0.9774587070024522, 0.022541292997547823, 0.5616827986099593, 0.43831720139004077,
            0.5616827986099593, 0.43831720139004077}, answers(binary()), 1e-13);
    }

    @Test
    void answersAsScikitLearnForThreeClasses() {
        Network network = new Network(INPUTS, List.of(
                dense(Activation.RELU, Floats.of(0.28729123f, 2.1354873f, -1.9490862f, 1.6428312f, 0.5461851f, -1.0870386f),
                        -3.0289633f, 1.5561925f, 0.4272135f),
                dense(Activation.RELU, Floats.of(2.0653453f, -1.7097107f, 2.0124447f, -0.5907643f, 0.5176216f, 2.7478113f),
                        -0.6896129f, 3.3067462f)),
                List.of(List.of(dense(Activation.IDENTITY,
                        Floats.of(-2.4198303f, -0.95651615f, 2.042304f, 2.4432883f, 1.3203663f, -5.142138f),
                        -2.2320914f, 1.4589529f, -2.5278432f))), Link.SOFTMAX);
        assertArrayEquals(new double[] {0.7152864245043892, 0.2847135754956109, 4.4757006081376975e-20, 1.2322780292091814e-19,
            8.648711707087973e-12, 0.9999999999913514, 0.9962771050652044, 0.0037228949347955856, 7.602566378133739e-29},
                answers(network), 1e-13);
    }

    @Test
    void activationsGiveNumpysNumbers() {
        double[] x = {-2, -0.5, 0, 0.75, 3};
        assertArrayEquals(new double[] {-0.2384058440442351, -0.1887703343990727, 0, 0.5093840243815447, 2.8577223804672998},
                applied(Activation.SILU, x), 1e-15);
        assertArrayEquals(new double[] {-1.5201664685956948, -0.6917581878028713, 0, 0.7880257405166103, 3.1521029620664414},
                applied(Activation.SELU, x), 1e-15);
        assertArrayEquals(new double[] {-0.2525014826957089, -0.22074377465173, 0, 0.6100183352182933, 2.986535004967957},
                applied(Activation.MISH, x), 1e-15);
        assertArrayEquals(new double[] {-0.8646647167633873, -0.3934693402873666, 0, 0.75, 3}, applied(Activation.ELU, x), 1e-15);
        assertArrayEquals(new double[] {0, 0, 0, 0.75, 3}, applied(Activation.RELU, x));
        for (Activation activation : Activation.values()) {
            assertEquals(0, Arrays.stream(applied(activation, new double[] {-1e300, 1e300})).filter(Double::isNaN).count());
        }
    }

    private static double[] applied(Activation activation, double[] x) {
        double[] y = x.clone();
        activation.apply(y, y.length);
        return y;
    }

    @Test
    void aValueThatWasThereBeforeIsAnsweredAsItIsAlone() {
        SplittableRandom random = new SplittableRandom(5);
        Network network = new Network(List.of(new NetworkInput.Periodic(new NetworkInput.Plain(0, 0.1, 2), floats(random, 4), floats(random, 4),
                floats(random, 12), floats(random, 3)), new NetworkInput.Levels(1, 2, floats(random, 8))), List.of(),
                List.of(List.of(new NetworkLayer.Dense(floats(random, 6), floats(random, 1), Activation.SILU))), Link.LOGISTIC);
        double[] some = {0, -0.0, 1, 0.3, -7, 2.5, 1e12};
        double[] numbers = random.ints(600, 0, some.length).mapToDouble(i -> some[i]).toArray();
        double[] levels = random.ints(600, -1, 5).asDoubleStream().toArray();
        double[] together = network.predict(Features.of(new Matrix(List.of("a", "b"), new double[][] {numbers, levels}, 600))).values();
        for (int row = 0; row < 600; row++) {
            double[][] alone = {{numbers[row]}, {levels[row]}};
            assertArrayEquals(network.predict(Features.of(new Matrix(List.of("a", "b"), alone, 1))).values(),
                    Arrays.copyOfRange(together, 2 * row, 2 * row + 2));
        }
    }

    private static Floats floats(SplittableRandom random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
        return Floats.of(values);
    }

    @Test
    void inputsGiveNumpysNumbers() {
        NetworkInput.Plain plain = new NetworkInput.Plain(0, 1, 2);
        assertArrayEquals(new double[] {-2.9947203713484027, 0.24913643956121995, 1.3416407864998738, 3, -3},
                Arrays.stream(new double[] {-100, 1.5, 4, 1e300, Double.NEGATIVE_INFINITY}).map(plain::value).toArray(), 1e-14);
        double[] put = new double[3];
        new NetworkInput.Periodic(plain, Floats.of(0.1f, 0.7f), Floats.of(0.2f, 1), Floats.of(1, 0.5f, -2, 0.25f), Floats.of(0.1f, 0.3f))
                .put(4, put, 0);
        assertArrayEquals(new double[] {1.3416407864998738, -1.0268229308277366, 0.7556341058209415}, put, 1e-7);
    }

    @Test
    void levelsOutsideTheTableGetItsLastRow() {
        NetworkInput.Levels levels = new NetworkInput.Levels(0, 2, Floats.of(0, 1, 10, 11, 20, 21));
        assertEquals(2, levels.levels());
        double[] expected = {0, 10, 20, 20, 20};
        double[] asked = {0, 1, 2, -1, Double.NaN};
        for (int i = 0; i < asked.length; i++) {
            double[] put = new double[2];
            levels.put(asked[i], put, 0);
            assertArrayEquals(new double[] {expected[i], expected[i] + 1}, put);
        }
    }

    // (v − mean) / √(variance + 1e-5) · scales + shifts for v = (1, 2, 4), by numpy
    @Test
    void normalisesAddsWhatComesInAndKeepsWithinBounds() {
        Floats unit = Floats.of(1, 0, 0, 0, 1, 0, 0, 0, 1);
        List<NetworkInput> inputs = IntStream.range(0, 3).<NetworkInput>mapToObj(i -> new NetworkInput.Levels(0, 1, Floats.of(i == 2 ? 4 : i + 1))).toList();
        NetworkLayer.Normalise norm = new NetworkLayer.Normalise(Floats.of(1, 2, 0.5f), Floats.of(0, 0.25f, -1));
        Matrix matrix = new Matrix(List.of("a"), new double[][] {{0}}, 1);
        Network plain = new Network(inputs, List.of(norm), List.of(List.of(dense(Activation.IDENTITY, unit, 0, 0, 0))), Link.IDENTITY);
        assertArrayEquals(new double[] {-1.0690415314502977, -0.28452076572514906, -0.3318490428435641},
                plain.predict(Features.of(matrix)).values(), 1e-12);
        Network block = new Network(inputs, List.of(new NetworkLayer.Residual(List.of(norm, dense(Activation.RELU, unit, 0, 0, 1)))),
                List.of(List.of(new NetworkLayer.Affine(2, -1), new NetworkLayer.Between(1.5, 6.5))), Link.IDENTITY);
        assertArrayEquals(new double[] {1.5, 3, 6.5}, block.predict(Features.of(matrix)).values(), 1e-12);
    }

    @Test
    void headsAreAveragedBehindTheLink() {
        List<NetworkLayer> sure = List.of(dense(Activation.IDENTITY, Floats.of(0, 0), 100));
        List<NetworkLayer> torn = List.of(dense(Activation.IDENTITY, Floats.of(0, 0), 0));
        assertArrayEquals(new double[] {0.25, 0.75}, Arrays.copyOf(answers(new Network(INPUTS, List.of(), List.of(sure, torn), Link.LOGISTIC)), 2), 1e-12);
    }

    @Test
    void blocksOfRowsAnswerAsSingleRows() {
        double[][] columns = new double[2][700];
        SplittableRandom random = new SplittableRandom(3);
        for (double[] column : columns) {
            Arrays.setAll(column, row -> random.nextDouble(-3, 3));
        }
        double[] all = binary().predict(Features.of(new Matrix(List.of("a", "b"), columns, 700))).values();
        for (int row : new int[] {0, 255, 256, 511, 699}) {
            Matrix one = new Matrix(List.of("a", "b"), new double[][] {{columns[0][row]}, {columns[1][row]}}, 1);
            assertArrayEquals(new double[] {all[2 * row], all[2 * row + 1]}, binary().predict(Features.of(one)).values());
        }
    }

    @Test
    void refusesWhatDoesNotFitTogether() {
        NetworkLayer.Dense three = dense(Activation.RELU, Floats.of(1, 2, 3), 0);
        assertEquals("a layer of 3 inputs got 2", assertThrows(IllegalArgumentException.class,
                () -> new Network(INPUTS, List.of(), List.of(List.of(three)), Link.LOGISTIC)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Network(INPUTS, List.of(), List.of(), Link.IDENTITY));
        assertThrows(IllegalArgumentException.class, () -> new Network(List.of(), List.of(), List.of(List.of()), Link.IDENTITY));
        assertThrows(IllegalArgumentException.class, () -> new Network(INPUTS, List.of(), List.of(List.of()), Link.LOGISTIC));
        List<NetworkInput> unsorted = List.of(new NetworkInput.Levels(0, 1, Floats.of(1)), new NetworkInput.Plain(1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Network(unsorted, List.of(), List.of(List.of()), Link.IDENTITY));
        assertThrows(IllegalArgumentException.class, () -> new NetworkLayer.Residual(List.of(three)));
        assertThrows(IllegalArgumentException.class, () -> new NetworkInput.Plain(0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new NetworkInput.Levels(0, 2, Floats.of(1)));
        assertThrows(IllegalArgumentException.class, () -> binary().predict(Features.of(new Matrix(List.of("a"), new double[][] {{1}}, 1))));
    }
}
