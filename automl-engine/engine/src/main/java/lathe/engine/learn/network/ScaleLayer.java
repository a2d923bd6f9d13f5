package lathe.engine.learn.network;

import java.util.Arrays;
import java.util.List;
import lathe.scoring.form.NetworkLayer;

/// A factor for each input, learnt six times as fast as weights: the network finds out early which features matter.
/// After training the factors go into the weights of the next layer. Source: RealMLP, arXiv 2407.04491.
final class ScaleLayer implements Layer {

    private static final double RATE = 6;

    private final int width;
    private final Parameter factors;
    private final float[] y;
    private final float[] dx;
    private float[] x = new float[0];

    ScaleLayer(int width, int capacity) {
        this.width = width;
        factors = new Parameter(width, RATE, false);
        Arrays.fill(factors.value, 1);
        y = new float[capacity * width];
        dx = new float[capacity * width];
    }

    float[] factors() {
        return factors.value;
    }

    @Override
    public int outputs() {
        return width;
    }

    @Override
    public float[] forward(float[] rowsIn, int rows, boolean training) {
        x = rowsIn;
        for (int row = 0; row < rows; row++) {
            int from = row * width;
            for (int i = 0; i < width; i++) {
                y[from + i] = rowsIn[from + i] * factors.value[i];
            }
        }
        return y;
    }

    @Override
    public float[] backward(float[] dy, int rows) {
        Arrays.fill(factors.gradient, 0);
        for (int row = 0; row < rows; row++) {
            int from = row * width;
            for (int i = 0; i < width; i++) {
                factors.gradient[i] += dy[from + i] * x[from + i];
                dx[from + i] = dy[from + i] * factors.value[i];
            }
        }
        return dx;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(factors);
    }

    @Override
    public List<NetworkLayer> frozen() {
        return List.of();
    }
}
