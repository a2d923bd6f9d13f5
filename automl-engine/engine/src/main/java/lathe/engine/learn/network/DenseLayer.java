package lathe.engine.learn.network;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import lathe.scoring.form.Activation;
import lathe.scoring.form.Floats;
import lathe.scoring.form.NetworkLayer;

/// Weighted sums, bent; where bends are mixed each output learns how far, from fully on.
///
/// Steps are divided by √inputs, which is what the NTK parametrisation does to them; biases go a tenth as fast. Before
/// training, weights are scaled so that every sum has deviation 1 on some rows, and every bend lies among those rows.
/// Source: RealMLP, D. Holzmüller et al., arXiv 2407.04491, appendix A.
final class DenseLayer implements Layer {

    private static final double BIAS_RATE = 0.1;
    private static final double SHARE_RATE = 0.1;
    private static final int BEND_ROWS = 5;

    private final int inputs;
    private final int outputs;
    private final Activation activation;
    private final MatrixProduct product;
    private final Parameter weights;
    private final Parameter biases;
    private final Parameter shares;
    private final float[] moved;
    private final float[] z;
    private final float[] y;
    private final float[] dz;
    private final float[] dx;
    private float[] x = new float[0];
    private boolean silent;

    /// @param mixed    whether each output learns how far it bends
    /// @param capacity rows at most
    DenseLayer(int inputs, int outputs, Activation activation, boolean mixed, MatrixProduct product, int capacity) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.activation = activation;
        this.product = product;
        weights = new Parameter(inputs * outputs, 1 / Math.sqrt(inputs), true);
        biases = new Parameter(outputs, BIAS_RATE, false);
        shares = new Parameter(mixed && activation != Activation.IDENTITY ? outputs : 0, SHARE_RATE, false);
        Arrays.fill(shares.value, 1);
        moved = new float[capacity * shares.value.length];
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
        System.arraycopy(z, 0, moved, 0, isMixed() ? rows * outputs : 0);
        Bend.apply(activation, z, y, rows * outputs);
        if (isMixed()) {
            mix(rows);
        }
        return y;
    }

    private boolean isMixed() {
        return shares.value.length > 0;
    }

    private void mix(int rows) {
        for (int row = 0; row < rows; row++) {
            int from = row * outputs;
            for (int output = 0; output < outputs; output++) {
                float sum = moved[from + output];
                moved[from + output] = y[from + output] - sum;
                y[from + output] = sum + shares.value[output] * moved[from + output];
            }
        }
    }

    private void backThroughMix(float[] dy, int rows) {
        Arrays.fill(shares.gradient, 0);
        for (int row = 0; row < rows; row++) {
            int from = row * outputs;
            for (int output = 0; output < outputs; output++) {
                float d = dy[from + output];
                shares.gradient[output] += d * moved[from + output];
                dz[from + output] = d * (1 + shares.value[output] * (z[from + output] - 1));
            }
        }
    }

    @Override
    public float[] backward(float[] dy, int rows) {
        float[] dSums = dy;
        if (isMixed()) {
            backThroughMix(dy, rows);
            dSums = dz;
        } else if (activation != Activation.IDENTITY) {
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
        return isMixed() ? List.of(weights, biases, shares) : List.of(weights, biases);
    }

    @Override
    public List<NetworkLayer> frozen() {
        return frozen(weights.value);
    }

    /// As [#frozen], reading numbers that still must be multiplied.
    ///
    /// @param factors one for each input
    List<NetworkLayer> frozenBehind(float[] factors) {
        float[] scaled = weights.value.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factors[i / outputs];
        }
        return frozen(scaled);
    }

    private List<NetworkLayer> frozen(float[] factors) {
        Floats values = Floats.of(factors);
        return isMixed() ? List.of(new NetworkLayer.Dense(values, Floats.of(biases.value), Activation.IDENTITY),
                new NetworkLayer.Mix(activation, Floats.of(shares.value)))
                : List.of(new NetworkLayer.Dense(values, Floats.of(biases.value), activation));
    }
}
