package lathe.engine.learn.network;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import lathe.scoring.form.Activation;
import lathe.scoring.form.Floats;
import lathe.scoring.form.NetworkLayer;

/// Weighted sums, bent.
///
/// Steps are divided by √inputs, which is what the NTK parametrisation does to them; biases go a tenth as fast. Before
/// training, weights are scaled so that every sum has deviation 1 on some rows, and every bend lies among those rows.
/// Source: RealMLP, D. Holzmüller et al., arXiv 2407.04491, appendix A.
final class DenseLayer implements Layer {

    private static final double BIAS_RATE = 0.1;
    private static final int BEND_ROWS = 5;

    private final int inputs;
    private final int outputs;
    private final Activation activation;
    private final MatrixProduct product;
    private final Parameter weights;
    private final Parameter biases;
    private final float[] z;
    private final float[] y;
    private final float[] dz;
    private final float[] dx;
    private float[] x = new float[0];
    private boolean silent;

    /// @param capacity rows at most
    DenseLayer(int inputs, int outputs, Activation activation, MatrixProduct product, int capacity) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.activation = activation;
        this.product = product;
        weights = new Parameter(inputs * outputs, 1 / Math.sqrt(inputs), true);
        biases = new Parameter(outputs, BIAS_RATE, false);
        z = new float[capacity * outputs];
        y = new float[capacity * outputs];
        dz = new float[capacity * outputs];
        dx = new float[capacity * inputs];
    }

    @Override
    public float[] draw(float[] rowsIn, int rows, RandomGenerator random) {
        if (silent) {
            return forward(rowsIn, rows, false);
        }
        for (int i = 0; i < weights.value.length; i++) {
            weights.value[i] = (float) (random.nextGaussian() / Math.sqrt(inputs));
        }
        Arrays.fill(biases.value, 0);
        sums(rowsIn, rows);
        for (int output = 0; output < outputs; output++) {
            double mean = 0;
            double square = 0;
            for (int row = 0; row < rows; row++) {
                double value = z[row * outputs + output];
                mean += value / rows;
                square += value * value / rows;
            }
            double deviation = Math.sqrt(Math.max(0, square - mean * mean));
            float factor = (float) (1 / Math.max(0.05, deviation));
            for (int input = 0; input < inputs; input++) {
                weights.value[input * outputs + output] *= factor;
            }
            biases.value[output] = -factor * bend(output, rows, random);
        }
        return forward(rowsIn, rows, false);
    }

    // A point among a few rows, drawn evenly from the simplex they span.
    private float bend(int output, int rows, RandomGenerator random) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < BEND_ROWS; i++) {
            double share = random.nextExponential();
            sum += share * z[random.nextInt(rows) * outputs + output];
            total += share;
        }
        return (float) (sum / total);
    }

    /// All weights start at 0, so the layer starts with these sums.
    DenseLayer startingAt(float... sums) {
        silent = true;
        System.arraycopy(sums, 0, biases.value, 0, outputs);
        return this;
    }

    private void sums(float[] rowsIn, int rows) {
        x = rowsIn;
        for (int row = 0; row < rows; row++) {
            System.arraycopy(biases.value, 0, z, row * outputs, outputs);
        }
        product.forward(rowsIn, weights.value, z, rows, inputs, outputs);
    }

    @Override
    public int outputs() {
        return outputs;
    }

    @Override
    public float[] forward(float[] rowsIn, int rows, boolean training) {
        sums(rowsIn, rows);
        if (activation == Activation.IDENTITY) {
            return z;
        }
        Bend.apply(activation, z, y, rows * outputs);
        return y;
    }

    @Override
    public float[] backward(float[] dy, int rows) {
        float[] dSums = dy;
        if (activation != Activation.IDENTITY) {
            for (int i = 0; i < rows * outputs; i++) {
                dz[i] = dy[i] * z[i];
            }
            dSums = dz;
        }
        Arrays.fill(biases.gradient, 0);
        for (int row = 0; row < rows; row++) {
            for (int output = 0; output < outputs; output++) {
                biases.gradient[output] += dSums[row * outputs + output];
            }
        }
        product.weights(x, dSums, weights.gradient, rows, inputs, outputs);
        product.back(dSums, weights.value, dx, rows, inputs, outputs);
        return dx;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(weights, biases);
    }

    @Override
    public List<NetworkLayer> frozen() {
        return List.of(new NetworkLayer.Dense(Floats.of(weights.value), Floats.of(biases.value), activation));
    }

    /// As [#frozen], reading numbers that still must be multiplied.
    ///
    /// @param factors one for each input
    NetworkLayer frozenBehind(float[] factors) {
        float[] scaled = weights.value.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factors[i / outputs];
        }
        return new NetworkLayer.Dense(Floats.of(scaled), Floats.of(biases.value), activation);
    }
}
