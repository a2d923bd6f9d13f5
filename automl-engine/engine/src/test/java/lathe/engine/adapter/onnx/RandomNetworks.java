package lathe.engine.adapter.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lathe.scoring.form.Activation;
import lathe.scoring.form.Floats;
import lathe.scoring.form.Link;
import lathe.scoring.form.Network;
import lathe.scoring.form.NetworkInput;
import lathe.scoring.form.NetworkLayer;

/// Networks with drawn weights over three features: numbers, waves and levels, two residual blocks, two heads.
final class RandomNetworks {

    private RandomNetworks() {
    }

    static Network of(Activation activation, int outputs, Link link, Random random) {
        List<NetworkInput> inputs = new ArrayList<>();
        inputs.add(new NetworkInput.Plain(2, 0.5, 3));
        inputs.add(new NetworkInput.Plain(0, -1, 2));
        for (int feature = 0; feature < 2; feature++) {
            inputs.add(new NetworkInput.Periodic(new NetworkInput.Plain(feature, feature, 4), floats(5, 1, random), floats(5, 3, random),
                    floats(15, 1, random), floats(3, 1, random)));
        }
        inputs.add(new NetworkInput.Levels(1, 2, floats(8, 1, random)));
        int width = 6;
        List<NetworkLayer> trunk = new ArrayList<>();
        trunk.add(dense(12, width, activation, random));
        trunk.add(new NetworkLayer.Mix(activation, floats(width, 1, random)));
        for (int block = 0; block < 2; block++) {
            trunk.add(new NetworkLayer.Residual(List.of(new NetworkLayer.Normalise(floats(width, 2, random), floats(width, 1, random)),
                    dense(width, 9, activation, random), dense(9, width, Activation.IDENTITY, random))));
        }
        return new Network(inputs, trunk, List.of(
                List.of(dense(width, outputs, Activation.IDENTITY, random), new NetworkLayer.Affine(0.75, -0.1), new NetworkLayer.Between(-2, 2)),
                List.of(dense(width, 4, activation, random), dense(4, outputs, Activation.IDENTITY, random))), link);
    }

    /// Numbers only, one layer.
    static Network over(int features, int outputs, Random random) {
        List<NetworkInput> inputs = new ArrayList<>();
        for (int feature = 0; feature < features; feature++) {
            inputs.add(new NetworkInput.Plain(feature, 0.1 * feature, 1 + feature));
        }
        return new Network(inputs, List.of(dense(features, 5, Activation.SELU, random)),
                List.of(List.of(dense(5, outputs, Activation.IDENTITY, random))), Link.SOFTMAX);
    }

    private static NetworkLayer.Dense dense(int inputs, int outputs, Activation activation, Random random) {
        return new NetworkLayer.Dense(floats(inputs * outputs, 1, random), floats(outputs, 1, random), activation);
    }

    private static Floats floats(int count, double spread, Random random) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (spread * random.nextGaussian());
        }
        return Floats.of(values);
    }
}
