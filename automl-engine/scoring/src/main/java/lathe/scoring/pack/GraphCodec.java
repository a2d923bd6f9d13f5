package lathe.scoring.pack;

import lathe.scoring.form.Graph;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// [Graph] as JSON and a tensor of bytes.
final class GraphCodec {

    static final String KIND = "graph";

    private GraphCodec() { }

    static ObjectNode write(Graph graph, TensorSink tensors) {
        ObjectNode node = JsonText.kind(KIND).put("name", graph.name()).put("width", graph.width()).put("outputs", graph.outputs());
        return node.set("onnx", tensors.bytes("onnx", graph.toBytes()));
    }

    /// @throws lathe.scoring.ProblemException if nothing can run graphs here, or the graph is not what it must be
    static Graph read(JsonNode node, TensorSource tensors) {
        JsonRecord r = JsonRecord.of(node, KIND, "kind", "name", "width", "outputs", "onnx");
        return new Graph(r.text("name"), tensors.bytes(r.node("onnx")), r.whole("width"), r.whole("outputs"));
    }
}
