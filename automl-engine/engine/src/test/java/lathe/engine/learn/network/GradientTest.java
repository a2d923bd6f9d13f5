package lathe.engine.learn.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lathe.engine.learn.Target;
import lathe.engine.provenance.Seed;
import lathe.scoring.Matrix;
import lathe.scoring.form.Activation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Gradients against numeric differences of the loss, for every kind of network, task and smooth activation.
class GradientTest {

    private static final int ROWS = 24;
    private static final float STEP = 4e-3f;

    static Stream<Arguments> networks() {
        return Stream.of(Activation.SILU, Activation.SELU, Activation.MISH, Activation.ELU).flatMap(activation -> Stream.of(false, true)
                .flatMap(residual -> IntStream.range(0, 3).mapToObj(task -> Arguments.of(activation, residual, task))));
    }

    private static Matrix features(RandomGenerator random) {
        double[][] columns = new double[3][ROWS];
        for (int row = 0; row < ROWS; row++) {
            columns[0][row] = random.nextGaussian();
            columns[1][row] = random.nextGaussian();
            columns[2][row] = 1 + random.nextInt(5);
        }
        return new Matrix(List.of("a", "b", "c"), columns, ROWS, Set.of("c"));
    }

    private static Target target(int task, RandomGenerator random) {
        return task == 0 ? Target.regression(random.doubles(ROWS, -2, 5).toArray())
                : Target.classes(random.ints(ROWS, 0, task + 1).toArray(), task + 1);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void gradientsAreNumericDifferences(Activation activation, boolean residual, int task) {
        RandomGenerator random = new Seed(5).random();
        InputData data = new InputData(features(random));
        Target target = target(task, random);
        Objective objective = new Objective(target, target.toArray(), 0);
        // numeric differences are rough where a slope jumps as SELU's does, and a mix may add to the jump
        boolean mixed = activation != Activation.SELU && task != 1;
        NetworkRules.Shape shape = new NetworkRules.Shape(residual, 2, 7, activation, mixed, 0, 1, 3, new Waves.Shape(4, 2, 0.3));
        int[] rows = IntStream.range(0, ROWS).toArray();
        NetworkModel model = new NetworkModel(data, objective, shape, new NetworkModel.Means(new LoopProduct(), ROWS, () -> 0), rows, random);
        // Layers that start at 0 would hide what lies before them.
        for (Parameter parameter : model.parameters()) {
            for (int i = 0; i < parameter.value.length; i++) {
                parameter.value[i] += (float) (0.3 * random.nextGaussian());
            }
        }
        model.learn(rows, 0, ROWS);
        int tried = 0;
        for (Parameter parameter : model.parameters()) {
            float[] gradient = parameter.gradient.clone();
            for (int i = 0; i < gradient.length; i += Math.max(1, gradient.length / 4)) {
                double numeric = numeric(model, rows, parameter.value, i) * (task == 0 ? 0.5 : 1);   // half the square is driven down
                assertEquals(numeric, gradient[i], 4e-3 + 0.02 * Math.abs(numeric));
                tried++;
            }
        }
        assertTrue(tried > 30);
    }

    private static double numeric(NetworkModel model, int[] rows, float[] value, int at) {
        float kept = value[at];
        value[at] = kept + STEP;
        double up = model.loss(rows, 0, ROWS) / ROWS;
        value[at] = kept - STEP;
        double down = model.loss(rows, 0, ROWS) / ROWS;
        value[at] = kept;
        return (up - down) / (2.0 * STEP);
    }

    @Test
    void smoothedLabelsDrawTheGradientToTheMiddle() {
        Target target = Target.classes(new int[] {2, 0}, 3);
        Objective objective = new Objective(target, target.toArray(), 0.3);
        float[] d = new float[6];
        objective.gradient(new float[6], new int[] {0, 1}, 0, 2, d, 1);
        // softmax of zeros is 1/3 each; wanted 0.1, 0.1, 0.8, each row counts half
        float[] expected = {0.7f / 6, 0.7f / 6, -1.4f / 6, -1.4f / 6, 0.7f / 6, 0.7f / 6};
        for (int i = 0; i < 6; i++) {
            assertEquals(expected[i], d[i], 1e-6);
        }
    }

    @Test
    void headsShareTheGradient() {
        RandomGenerator random = new Seed(6).random();
        Target target = target(0, random);
        Objective objective = new Objective(target, target.toArray(), 0);
        InputData data = new InputData(features(random));
        NetworkRules.Shape shape = new NetworkRules.Shape(false, 1, 5, Activation.SILU, false, 0, 3, 3, Waves.Shape.NONE);
        int[] rows = IntStream.range(0, ROWS).toArray();
        NetworkModel model = new NetworkModel(data, objective, shape, new NetworkModel.Means(new LoopProduct(), ROWS, () -> 0), rows, random);
        model.learn(rows, 0, ROWS);
        // every head starts at the mean, 0: the gradient of each head's bias is a third of the mean error, 0
        List<Parameter> all = model.parameters();
        assertEquals(0, all.getLast().gradient[0], 1e-6);
        // one gradient per third of the hidden sums of the last layer is not all 0
        assertTrue(Arrays.toString(all.get(all.size() - 2).gradient).matches(".*[1-9].*"));
    }
}
