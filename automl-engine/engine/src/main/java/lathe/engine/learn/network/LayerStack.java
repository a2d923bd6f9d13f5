package lathe.engine.learn.network;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import lathe.scoring.form.NetworkLayer;

/// Layers one after another; as a residual block, what it read is added to what it puts.
final class LayerStack implements Layer {

    private final List<Layer> layers;
    private final int width;
    private final boolean residual;
    private final float[] y;
    private final float[] dx;

    private LayerStack(List<Layer> layers, int width, boolean residual, int capacity) {
        this.layers = List.copyOf(layers);
        this.width = layers.isEmpty() ? width : layers.getLast().outputs();
        this.residual = residual;
        y = new float[residual ? capacity * width : 0];
        dx = new float[residual ? capacity * width : 0];
    }

    /// @param width numbers that enter
    static LayerStack plain(List<Layer> layers, int width) {
        return new LayerStack(layers, width, false, 0);
    }

    /// @param width numbers that enter and leave
    static LayerStack residual(List<Layer> layers, int width, int capacity) {
        return new LayerStack(layers, width, true, capacity);
    }

    @Override
    public int outputs() {
        return width;
    }

    @Override
    public float[] draw(float[] x, int rows, RandomGenerator random) {
        float[] now = x;
        for (Layer layer : layers) {
            now = layer.draw(now, rows, random);
        }
        return residual ? sum(x, now, y, rows) : now;
    }

    @Override
    public float[] forward(float[] x, int rows, boolean training) {
        float[] now = x;
        for (Layer layer : layers) {
            now = layer.forward(now, rows, training);
        }
        return residual ? sum(x, now, y, rows) : now;
    }

    @Override
    public float[] backward(float[] dy, int rows) {
        float[] now = dy;
        for (Layer layer : layers.reversed()) {
            now = layer.backward(now, rows);
        }
        return residual ? sum(dy, now, dx, rows) : now;
    }

    private float[] sum(float[] a, float[] b, float[] into, int rows) {
        for (int i = 0; i < rows * width; i++) {
            into[i] = a[i] + b[i];
        }
        return into;
    }

    @Override
    public List<Parameter> parameters() {
        return layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
    }

    @Override
    public List<NetworkLayer> frozen() {
        List<NetworkLayer> frozen = new ArrayList<>();
        layers.forEach(layer -> frozen.addAll(layer.frozen()));
        return residual ? List.of(new NetworkLayer.Residual(frozen)) : frozen;
    }
}
