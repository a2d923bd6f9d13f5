package lathe.scoring.pack;

import lathe.scoring.form.Discriminant;
import lathe.scoring.step.Numbers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// [Discriminant] as JSON and tensors.
final class DiscriminantCodec {

    static final String KIND = "discriminant";

    private DiscriminantCodec() { }

    static ObjectNode write(Discriminant form, TensorSink tensors) {
        ObjectNode node = JsonText.kind(KIND);
        node.set("means", tensors.doubles("means", form.means()));
        node.set("factors", tensors.doubles("factors", form.factors()));
        node.set("biases", tensors.doubles("biases", form.biases()));
        return node;
    }

    static Discriminant read(JsonNode node, TensorSource tensors) {
        JsonRecord r = JsonRecord.of(node, KIND, "kind", "means", "factors", "biases");
        Numbers means = tensors.numbers(r.node("means"));
        Numbers factors = tensors.numbers(r.node("factors"));
        return new Discriminant(means, factors, tensors.numbers(r.node("biases")));
    }
}
