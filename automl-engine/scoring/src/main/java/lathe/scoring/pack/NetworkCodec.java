package lathe.scoring.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lathe.scoring.form.Activation;
import lathe.scoring.form.Link;
import lathe.scoring.form.Network;
import lathe.scoring.form.NetworkInput;
import lathe.scoring.form.NetworkLayer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Networks as JSON; their weights go to the tensors as 32-bit floats.
final class NetworkCodec {

    private NetworkCodec() {
    }

    static ObjectNode write(Network network, TensorSink tensors) {
        ObjectNode node = JsonText.kind("network");
        List<NetworkInput.Plain> plain = new ArrayList<>();
        ArrayNode periodic = JsonText.array();
        ArrayNode levels = JsonText.array();
        for (NetworkInput input : network.inputs()) {
            switch (input) {
                case NetworkInput.Plain number -> plain.add(number);
                case NetworkInput.Periodic waves -> periodic.add(write(waves, tensors));
                case NetworkInput.Levels table -> levels.add(JsonText.object().put("feature", table.feature())
                        .put("width", table.width()).set("rows", tensors.floats("levels", table.rows())));
            }
        }
        node.set("features", tensors.ints("features", plain.stream().mapToInt(NetworkInput.Plain::feature).toArray()));
        node.set("centers", tensors.doubles("centers", plain.stream().mapToDouble(NetworkInput.Plain::center).toArray()));
        node.set("scales", tensors.doubles("scales", plain.stream().mapToDouble(NetworkInput.Plain::scale).toArray()));
        node.set("periodic", periodic);
        node.set("levels", levels);
        node.set("trunk", write(network.trunk(), tensors));
        ArrayNode heads = JsonText.array();
        network.heads().forEach(head -> heads.add(write(head, tensors)));
        node.set("heads", heads);
        return node.put("link", JsonRecord.name(network.link()));
    }

    private static ObjectNode write(NetworkInput.Periodic waves, TensorSink tensors) {
        ObjectNode node = JsonText.object().put("feature", waves.feature());
        node.set("center", JsonText.number(waves.number().center()));
        node.set("scale", JsonText.number(waves.number().scale()));
        node.set("frequencies", tensors.floats("frequencies", waves.frequencies()));
        node.set("phases", tensors.floats("phases", waves.phases()));
        node.set("weights", tensors.floats("weights", waves.weights()));
        node.set("biases", tensors.floats("biases", waves.biases()));
        return node;
    }

    private static ArrayNode write(List<NetworkLayer> layers, TensorSink tensors) {
        ArrayNode nodes = JsonText.array();
        for (NetworkLayer layer : layers) {
            nodes.add(switch (layer) {
                case NetworkLayer.Dense dense -> JsonText.kind("dense")
                        .set("weights", tensors.floats("weights", dense.weights()))
                        .set("biases", tensors.floats("biases", dense.biases()))
                        .put("activation", JsonRecord.name(dense.activation()));
                case NetworkLayer.Mix mix -> JsonText.kind("mix").set("shares", tensors.floats("shares", mix.shares()))
                        .put("activation", JsonRecord.name(mix.activation()));
                case NetworkLayer.Normalise norm -> JsonText.kind("normalise")
                        .set("scales", tensors.floats("scales", norm.scales()))
                        .set("shifts", tensors.floats("shifts", norm.shifts()));
                case NetworkLayer.Residual residual -> JsonText.kind("residual").set("inside", write(residual.inside(), tensors));
                case NetworkLayer.Affine affine -> JsonText.kind("affine").set("scale", JsonText.number(affine.scale()))
                        .set("shift", JsonText.number(affine.shift()));
                case NetworkLayer.Between between -> JsonText.kind("between")
                        .set("bounds", tensors.doubles("bounds", new double[] {between.low(), between.high()}));
            });
        }
        return nodes;
    }

    static Network read(JsonNode node, TensorSource tensors) {
        JsonRecord r = JsonRecord.of(node, "network", "kind", "features", "centers", "scales", "periodic", "levels", "trunk", "heads",
                "link");
        int[] features = tensors.ints(r.node("features"));
        double[] centers = tensors.doubles(r.node("centers"));
        double[] scales = tensors.doubles(r.node("scales"));
        if (centers.length != features.length || scales.length != features.length) {
            throw new DamagedException("%d inputs of a network need as many centres and scales, had %d and %d"
                    .formatted(features.length, centers.length, scales.length));
        }
        List<NetworkInput> inputs = new ArrayList<>();
        IntStream.range(0, features.length).forEach(i -> inputs.add(new NetworkInput.Plain(features[i], centers[i], scales[i])));
        r.list("periodic").forEach(item -> inputs.add(periodic(item, tensors)));
        for (JsonNode item : r.list("levels")) {
            JsonRecord table = JsonRecord.of(item, "a table of levels", "feature", "width", "rows");
            inputs.add(new NetworkInput.Levels(table.whole("feature"), table.whole("width"), tensors.floats(table.node("rows"))));
        }
        List<NetworkLayer> trunk = layers(r.list("trunk"), tensors, true);
        List<List<NetworkLayer>> heads = new ArrayList<>();
        for (JsonNode head : r.list("heads")) {
            heads.add(layers(JsonRecord.of(JsonText.object().set("layers", head), "a head", "layers").list("layers"), tensors, true));
        }
        return new Network(inputs, trunk, heads, r.constant("link", Link.class));
    }

    private static NetworkInput periodic(JsonNode item, TensorSource tensors) {
        JsonRecord r = JsonRecord.of(item, "a periodic input", "feature", "center", "scale", "frequencies", "phases", "weights", "biases");
        return new NetworkInput.Periodic(new NetworkInput.Plain(r.whole("feature"), r.number("center"), r.number("scale")),
                tensors.floats(r.node("frequencies")), tensors.floats(r.node("phases")), tensors.floats(r.node("weights")),
                tensors.floats(r.node("biases")));
    }

    // A block inside a block is refused before its layers are looked at.
    private static List<NetworkLayer> layers(List<JsonNode> nodes, TensorSource tensors, boolean blocks) {
        List<NetworkLayer> layers = new ArrayList<>();
        for (JsonNode node : nodes) {
            String kind = JsonRecord.kind(node, "a layer");
            layers.add(switch (kind) {
                case "dense" -> {
                    JsonRecord r = JsonRecord.of(node, kind, "kind", "weights", "biases", "activation");
                    yield new NetworkLayer.Dense(tensors.floats(r.node("weights")), tensors.floats(r.node("biases")),
                            r.constant("activation", Activation.class));
                }
                case "mix" -> {
                    JsonRecord r = JsonRecord.of(node, kind, "kind", "shares", "activation");
                    yield new NetworkLayer.Mix(r.constant("activation", Activation.class), tensors.floats(r.node("shares")));
                }
                case "normalise" -> {
                    JsonRecord r = JsonRecord.of(node, kind, "kind", "scales", "shifts");
                    yield new NetworkLayer.Normalise(tensors.floats(r.node("scales")), tensors.floats(r.node("shifts")));
                }
                case "affine" -> {
                    JsonRecord r = JsonRecord.of(node, kind, "kind", "scale", "shift");
                    yield new NetworkLayer.Affine(r.number("scale"), r.number("shift"));
                }
                case "between" -> between(tensors.doubles(JsonRecord.of(node, kind, "kind", "bounds").node("bounds")));
                case "residual" -> {
                    if (!blocks) {
                        throw new DamagedException("a residual block must not hold another one");
                    }
                    yield new NetworkLayer.Residual(
                            layers(JsonRecord.of(node, kind, "kind", "inside").list("inside"), tensors, false));
                }
                default -> throw new DamagedException("the layer '%s' is unknown".formatted(kind));
            });
        }
        return layers;
    }

    private static NetworkLayer between(double[] bounds) {
        if (bounds.length != 2) {
            throw new DamagedException("a layer between bounds needs two, had " + bounds.length);
        }
        return new NetworkLayer.Between(bounds[0], bounds[1]);
    }
}
