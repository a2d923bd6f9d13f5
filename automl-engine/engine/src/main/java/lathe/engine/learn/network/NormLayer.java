package lathe.engine.learn.network;

import java.util.Arrays;
import java.util.List;
import lathe.scoring.form.Floats;
import lathe.scoring.form.NetworkLayer;

/// Layer normalisation. Source: J. L. Ba et al., arXiv 1607.06450.
final class NormLayer implements Layer {

    private final int width;
    private final Parameter scales;
    private final Parameter shifts;
    private final float[] even;
    private final float[] deviations;
    private final float[] y;
    private final float[] dx;

    NormLayer(int width, int capacity) {
        this.width = width;
        scales = new Parameter(width, 0.1, false);
        shifts = new Parameter(width, 0.1, false);
        Arrays.fill(scales.value, 1);
        even = new float[capacity * width];
        deviations = new float[capacity];
        y = new float[capacity * width];
        dx = new float[capacity * width];
    }

    @Override
    public int outputs() {
        return width;
    }

    @Override
    public float[] forward(float[] x, int rows, boolean training) {
        for (int row = 0; row < rows; row++) {
            int from = row * width;
            float mean = 0;
            float square = 0;
            for (int i = 0; i < width; i++) {
                mean += x[from + i];
            }
            mean /= width;
            for (int i = 0; i < width; i++) {
                square += (x[from + i] - mean) * (x[from + i] - mean);
            }
            float inverse = (float) (1 / Math.sqrt(square / width + NetworkLayer.Normalise.EPSILON));
            deviations[row] = inverse;
            for (int i = 0; i < width; i++) {
                even[from + i] = (x[from + i] - mean) * inverse;
                y[from + i] = even[from + i] * scales.value[i] + shifts.value[i];
            }
        }
        return y;
    }

    @Override
    public float[] backward(float[] dy, int rows) {
        Arrays.fill(scales.gradient, 0);
        Arrays.fill(shifts.gradient, 0);
        for (int row = 0; row < rows; row++) {
            int from = row * width;
            float mean = 0;
            float product = 0;
            for (int i = 0; i < width; i++) {
                float d = dy[from + i] * scales.value[i];
                mean += d;
                product += d * even[from + i];
                scales.gradient[i] += dy[from + i] * even[from + i];
                shifts.gradient[i] += dy[from + i];
            }
            mean /= width;
            product /= width;
            for (int i = 0; i < width; i++) {
                dx[from + i] = deviations[row] * (dy[from + i] * scales.value[i] - mean - even[from + i] * product);
            }
        }
        return dx;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(scales, shifts);
    }

    @Override
    public List<NetworkLayer> frozen() {
        return List.of(new NetworkLayer.Normalise(Floats.of(scales.value), Floats.of(shifts.value)));
    }
}
