package lathe.engine.learn.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import lathe.scoring.form.Activation;
import lathe.scoring.form.Network;
import lathe.scoring.form.NetworkInput;
import lathe.scoring.form.NetworkLayer;

/// A network while it learns: inputs, a factor for each, a trunk, heads.
final class NetworkModel {

    private static final int HEAD_SHARE = 2;
    private static final int LEAST_HEAD = 16;

    private final Objective objective;
    private final InputLayer input;
    private final ScaleLayer scale;
    private final DenseLayer first;
    private final LayerStack trunk;
    private final List<LayerStack> heads = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final float[] dRaw;
    private final float[] dShared;
    private final float[] answers;

    /// Sizes of arrays, the way to multiply and the share that is dropped at the moment.
    record Means(MatrixProduct product, int capacity, DoubleSupplier dropped) { }

    /// @param rows rows to draw the start from
    NetworkModel(InputData data, Objective objective, NetworkRules.Shape shape, Means means, int[] rows, RandomGenerator random) {
        this.objective = objective;
        input = new InputLayer(data, shape.waves(), shape.embedding(), means.capacity, random);
        scale = new ScaleLayer(input.outputs(), means.capacity);
        Activation opening = shape.residual() ? Activation.IDENTITY : shape.activation();
        first = new DenseLayer(input.outputs(), shape.hidden(), opening, shape.mixed(), means.product, means.capacity);
        trunk = shape.residual() ? blocks(shape, means, random) : plain(shape, means, random);
        for (int head = 0; head < shape.heads(); head++) {
            heads.add(head(shape, means));
        }
        parameters.addAll(input.parameters());
        parameters.addAll(scale.parameters());
        parameters.addAll(first.parameters());
        parameters.addAll(trunk.parameters());
        heads.forEach(head -> parameters.addAll(head.parameters()));
        dRaw = new float[means.capacity * objective.sums()];
        dShared = new float[means.capacity * shape.hidden()];
        answers = new float[means.capacity * objective.sums()];
        int count = Math.min(rows.length, means.capacity);
        float[] shared = trunk.draw(first.draw(scale.forward(input.forward(rows, 0, count), count, false), count, random), count, random);
        heads.forEach(head -> head.draw(shared, count, random));
    }

    private LayerStack plain(NetworkRules.Shape shape, Means means, RandomGenerator random) {
        List<Layer> layers = new ArrayList<>();
        layers.add(dropout(shape.hidden(), means, random));
        for (int layer = 1; layer < shape.layers(); layer++) {
            layers.add(new DenseLayer(shape.hidden(), shape.hidden(), shape.activation(), shape.mixed(), means.product, means.capacity));
            layers.add(dropout(shape.hidden(), means, random));
        }
        return LayerStack.plain(layers, shape.hidden());
    }

    // A block starts by adding nothing: its last layer begins at 0.
    private LayerStack blocks(NetworkRules.Shape shape, Means means, RandomGenerator random) {
        int width = shape.hidden();
        List<Layer> blocks = new ArrayList<>();
        for (int block = 0; block < shape.layers(); block++) {
            blocks.add(LayerStack.residual(List.of(new NormLayer(width, means.capacity),
                    new DenseLayer(width, width, shape.activation(), shape.mixed(), means.product, means.capacity),
                    dropout(width, means, random),
                    new DenseLayer(width, width, Activation.IDENTITY, false, means.product, means.capacity).startingAt(new float[width])),
                    width, means.capacity));
        }
        blocks.add(new NormLayer(width, means.capacity));
        blocks.add(new DenseLayer(width, width, shape.activation(), shape.mixed(), means.product, means.capacity));
        return LayerStack.plain(blocks, width);
    }

    private static Layer dropout(int width, Means means, RandomGenerator random) {
        return new DropoutLayer(width, means.dropped, random.nextLong(), means.capacity);
    }

    private LayerStack head(NetworkRules.Shape shape, Means means) {
        List<Layer> layers = new ArrayList<>();
        int width = shape.hidden();
        if (shape.heads() > 1) {
            width = Math.max(LEAST_HEAD, shape.hidden() / HEAD_SHARE);
            layers.add(new DenseLayer(shape.hidden(), width, shape.activation(), shape.mixed(), means.product, means.capacity));
        }
        layers.add(new DenseLayer(width, objective.sums(), Activation.IDENTITY, false, means.product, means.capacity)
                .startingAt(objective.start()));
        return LayerStack.plain(layers, width);
    }

    List<Parameter> parameters() {
        return parameters;
    }

    /// Leaves the gradients of the mean loss of a batch in the parameters; each head answers for itself.
    void learn(int[] rows, int from, int count) {
        float[] shared = shared(rows, from, count, true);
        float share = 1f / heads.size();
        int hidden = trunk.outputs();
        for (int i = 0; i < heads.size(); i++) {
            LayerStack head = heads.get(i);
            objective.gradient(head.forward(shared, count, true), rows, from, count, dRaw, share);
            float[] d = head.backward(dRaw, count);
            for (int j = 0; j < count * hidden; j++) {
                dShared[j] = i == 0 ? d[j] : dShared[j] + d[j];
            }
        }
        input.backward(scale.backward(first.backward(trunk.backward(dShared, count), count), count), count);
    }

    private float[] shared(int[] rows, int from, int count, boolean training) {
        float[] entered = scale.forward(input.forward(rows, from, count), count, training);
        return trunk.forward(first.forward(entered, count, training), count, training);
    }

    /// Sum of the losses of rows, of the mean answer of the heads.
    double loss(int[] rows, int from, int count) {
        float[] shared = shared(rows, from, count, false);
        Arrays.fill(answers, 0, count * objective.sums(), 0);
        for (LayerStack head : heads) {
            objective.addAnswers(head.forward(shared, count, false), count, answers, 1f / heads.size());
        }
        return objective.loss(answers, rows, from, count);
    }

    Network frozen() {
        List<NetworkLayer> layers = new ArrayList<>();
        layers.addAll(first.frozenBehind(scale.factors()));
        layers.addAll(trunk.frozen());
        List<NetworkInput> inputs = input.frozen();
        return new Network(inputs, layers, heads.stream().map(LayerStack::frozen).toList(), objective.link());
    }
}
