package lathe.scoring.pack;

import lathe.scoring.form.Floats;
import lathe.scoring.step.Numbers;
import tools.jackson.databind.JsonNode;

/// Gives back what a [TensorSink] took, by what stands in the JSON.
interface TensorSource {

    /// @throws DamagedException if the node stands for no such numbers
    double[] doubles(JsonNode node);

    Floats floats(JsonNode node);

    int[] ints(JsonNode node);

    boolean[] flags(JsonNode node);

    byte[] bytes(JsonNode node);

    default Numbers numbers(JsonNode node) {
        return Numbers.of(doubles(node));
    }
}
