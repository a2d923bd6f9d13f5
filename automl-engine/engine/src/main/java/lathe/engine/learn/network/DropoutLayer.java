package lathe.engine.learn.network;

import java.util.List;
import java.util.function.DoubleSupplier;
import lathe.scoring.form.NetworkLayer;

/// Sets numbers to 0 by lot while training and the others up, so that their sum stays. Source: N. Srivastava et al. (2014).
final class DropoutLayer implements Layer {

    private final int width;
    private final DoubleSupplier share;
    private final float[] kept;
    private final float[] y;
    private final float[] dx;
    private long state;
    private boolean active;

    /// @param share what is dropped now, in [0, 1)
    /// @param seed  any number
    DropoutLayer(int width, DoubleSupplier share, long seed, int capacity) {
        this.width = width;
        this.share = share;
        this.state = seed | 1;
        kept = new float[capacity * width];
        y = new float[capacity * width];
        dx = new float[capacity * width];
    }

    @Override
    public int outputs() {
        return width;
    }

    @Override
    public float[] forward(float[] x, int rows, boolean training) {
        double dropped = share.getAsDouble();
        active = training && dropped > 0;
        if (!active) {
            return x;
        }
        float scale = (float) (1 / (1 - dropped));
        int limit = (int) (dropped * (1 << 24));
        long now = state;
        for (int i = 0; i < rows * width; i++) {
            now ^= now << 13;   // xorshift: G. Marsaglia (2003)
            now ^= now >>> 7;
            now ^= now << 17;
            kept[i] = (int) (now >>> 40) < limit ? 0 : scale;
        }
        state = now;
        for (int i = 0; i < rows * width; i++) {
            y[i] = x[i] * kept[i];
        }
        return y;
    }

    @Override
    public float[] backward(float[] dy, int rows) {
        if (!active) {
            return dy;
        }
        for (int i = 0; i < rows * width; i++) {
            dx[i] = dy[i] * kept[i];
        }
        return dx;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public List<NetworkLayer> frozen() {
        return List.of();
    }
}
