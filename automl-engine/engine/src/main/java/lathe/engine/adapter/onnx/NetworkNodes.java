package lathe.engine.adapter.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lathe.scoring.form.Activation;
import lathe.scoring.form.Floats;
import lathe.scoring.form.Link;
import lathe.scoring.form.Network;
import lathe.scoring.form.NetworkInput;
import lathe.scoring.form.NetworkLayer;

/// Writes networks. Weights are stored with 32 bits and widened when the file is opened: sums have 64, as in Java.
final class NetworkNodes {

    /// Writes the link behind raw sums.
    interface LinkNodes {
        String write(Link link, String raw);
    }

    private final GraphBuilder graph;
    private final LinkNodes links;

    NetworkNodes(GraphBuilder graph, LinkNodes links) {
        this.graph = graph;
        this.links = links;
    }

    String write(Network network, Block features) {
        if (features.width() < network.width()) {
            throw new IllegalArgumentException("a network that reads %d features got %d".formatted(network.width(), features.width()));
        }
        String shared = layers(network.trunk(), entering(network.inputs(), features.tensor()));
        String sum = "";
        for (List<NetworkLayer> head : network.heads()) {
            String answer = links.write(network.link(), layers(head, shared));
            sum = sum.isEmpty() ? answer : graph.node("Add", List.of(sum, answer));
        }
        int heads = network.heads().size();
        return heads == 1 ? sum : graph.node("Div", List.of(sum, graph.row(heads)));
    }

    private String entering(List<NetworkInput> inputs, String features) {
        List<NetworkInput.Plain> plain = new ArrayList<>();
        List<NetworkInput.Periodic> periodic = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        List<String> tables = new ArrayList<>();
        for (NetworkInput input : inputs) {
            switch (input) {
                case NetworkInput.Plain number -> plain.add(number);
                case NetworkInput.Periodic waves -> periodic.add(waves);
                case NetworkInput.Levels table -> tables.add(levels(table, features));
            }
        }
        if (!plain.isEmpty()) {
            parts.add(numbers(plain, features));
        }
        if (!periodic.isEmpty()) {
            parts.add(periodic(periodic, features));
        }
        parts.addAll(tables);
        return parts.size() == 1 ? parts.getFirst() : graph.node("Concat", parts, Attributes.of("axis", 1));
    }

    private String numbers(List<NetworkInput.Plain> plain, String features) {
        String x = columns(features, plain.stream().mapToLong(NetworkInput.Plain::feature).toArray());
        String centred = graph.node("Sub", List.of(x, graph.row(plain.stream().mapToDouble(NetworkInput.Plain::center).toArray())));
        String scaled = graph.node("Div", List.of(centred, graph.row(plain.stream().mapToDouble(NetworkInput.Plain::scale).toArray())));
        String z = between(scaled, -NetworkInput.FARTHEST, NetworkInput.FARTHEST);
        String third = graph.node("Div", List.of(z, graph.row(NetworkInput.CLIP)));
        String square = graph.node("Mul", List.of(third, third));
        return graph.node("Div", List.of(z, graph.node("Sqrt", List.of(graph.node("Add", List.of(graph.row(1), square))))));
    }

    // All periodic inputs at once: cosines [N, p, 1, f] times weights [p, f, e].
    private String periodic(List<NetworkInput.Periodic> inputs, String features) {
        int p = inputs.size();
        int f = inputs.getFirst().frequencies().size();
        int e = inputs.getFirst().biases().size();
        String z = numbers(inputs.stream().map(NetworkInput.Periodic::number).toList(), features);
        if (f == 0 || e == 0) {
            return e == 0 ? z : graph.node("Reshape", List.of(joined(z, graph.repeat(biases(inputs)), p, e), graph.longs(-1, (long) p * (1 + e))));
        }
        double[] frequencies = inputs.stream().flatMapToDouble(input -> IntStream.range(0, f)
                .mapToDouble(i -> 2 * Math.PI * input.frequencies().get(i))).toArray();
        double[] phases = inputs.stream().flatMapToDouble(input -> IntStream.range(0, f).mapToDouble(i -> input.phases().get(i))).toArray();
        String each = columns(z, IntStream.range(0, p).boxed().flatMapToInt(i -> IntStream.generate(() -> i).limit(f)).asLongStream().toArray());
        String angles = graph.node("Add", List.of(graph.node("Mul", List.of(each, graph.row(frequencies))), graph.row(phases)));
        String waves = graph.node("Reshape", List.of(graph.node("Cos", List.of(angles)), graph.longs(-1, p, 1, f)));
        String sums = graph.node("MatMul", List.of(waves, floats(new long[] {p, f, e}, inputs.stream().map(NetworkInput.Periodic::weights).toList())));
        String flat = graph.node("Add", List.of(graph.node("Reshape", List.of(sums, graph.longs(-1, (long) p * e))), graph.row(biases(inputs))));
        return graph.node("Reshape", List.of(joined(z, flat, p, e), graph.longs(-1, (long) p * (1 + e))));
    }

    private static double[] biases(List<NetworkInput.Periodic> inputs) {
        return inputs.stream().flatMapToDouble(input -> IntStream.range(0, input.biases().size())
                .mapToDouble(i -> input.biases().get(i))).toArray();
    }

    private String joined(String z, String sums, int p, int e) {
        return graph.node("Concat", List.of(graph.node("Reshape", List.of(z, graph.longs(-1, p, 1))),
                graph.node("Reshape", List.of(sums, graph.longs(-1, p, e)))), Attributes.of("axis", 2));
    }

    private String levels(NetworkInput.Levels table, String features) {
        String x = columns(features, table.feature());
        String known = graph.node("And", List.of(graph.node("GreaterOrEqual", List.of(x, graph.row(0))),
                graph.node("Less", List.of(x, graph.row(table.levels())))));
        String row = graph.cast(graph.node("Where", List.of(known, x, graph.row(table.levels()))), DataType.INT64);
        String rows = floats(new long[] {table.levels() + 1L, table.width()}, List.of(table.rows()));
        return graph.node("Gather", List.of(rows, graph.node("Reshape", List.of(row, graph.longs(-1)))), Attributes.of("axis", 0));
    }

    private String layers(List<NetworkLayer> layers, String x) {
        String now = x;
        for (NetworkLayer layer : layers) {
            now = switch (layer) {
                case NetworkLayer.Dense dense -> dense(dense, now);
                case NetworkLayer.Mix mix -> mix(mix, now);
                case NetworkLayer.Normalise norm -> normalise(norm, now);
                case NetworkLayer.Residual residual -> graph.node("Add", List.of(layers(residual.inside(), now), now));
                case NetworkLayer.Affine affine -> graph.node("Add", List.of(graph.node("Mul", List.of(now, graph.row(affine.scale()))),
                        graph.row(affine.shift())));
                case NetworkLayer.Between between -> between(now, between.low(), between.high());
            };
        }
        return now;
    }

    private String dense(NetworkLayer.Dense dense, String x) {
        String weights = floats(new long[] {dense.inputs(), dense.outputs()}, List.of(dense.weights()));
        String sums = graph.node("MatMul", List.of(x, weights));
        return activation(dense.activation(), graph.node("Add", List.of(sums, graph.row(dense.biases().toDoubles()))));
    }

    private String mix(NetworkLayer.Mix mix, String x) {
        String moved = graph.node("Sub", List.of(activation(mix.activation(), x), x));
        return graph.node("Add", List.of(x, graph.node("Mul", List.of(moved, graph.row(mix.shares().toDoubles())))));
    }

    private String normalise(NetworkLayer.Normalise norm, String x) {
        String n = graph.row(norm.inputs());
        String mean = graph.node("Div", List.of(graph.node("ReduceSum", List.of(x, graph.longs(1))), n));
        String centred = graph.node("Sub", List.of(x, mean));
        String squares = graph.node("ReduceSum", List.of(graph.node("Mul", List.of(centred, centred)), graph.longs(1)));
        String variance = graph.node("Add", List.of(graph.node("Div", List.of(squares, n)), graph.row(NetworkLayer.Normalise.EPSILON)));
        String even = graph.node("Div", List.of(centred, graph.node("Sqrt", List.of(variance))));
        return graph.node("Add", List.of(graph.node("Mul", List.of(even, graph.row(norm.scales().toDoubles()))),
                graph.row(norm.shifts().toDoubles())));
    }

    private String activation(Activation activation, String x) {
        return switch (activation) {
            case IDENTITY -> x;
            case RELU -> graph.node("Relu", List.of(x));
            case SILU -> graph.node("Div", List.of(x, graph.node("Add", List.of(graph.row(1),
                    graph.node("Exp", List.of(graph.node("Neg", List.of(x))))))));
            case SELU -> exponential(x, Activation.SELU_SCALE, Activation.SELU_ALPHA);
            case ELU -> exponential(x, 1, 1);
            case MISH -> mish(x);
        };
    }

    // Above 0 the exponential part is e^0 − 1 = 0, below the straight part is.
    private String exponential(String x, double scale, double alpha) {
        String below = graph.node("Neg", List.of(graph.node("Relu", List.of(graph.node("Neg", List.of(x))))));
        String bent = graph.node("Mul", List.of(graph.node("Sub", List.of(graph.node("Exp", List.of(below)), graph.row(1))), graph.row(scale * alpha)));
        return graph.node("Add", List.of(graph.node("Mul", List.of(graph.node("Relu", List.of(x)), graph.row(scale))), bent));
    }

    private String mish(String x) {
        String e = graph.node("Exp", List.of(graph.node("Min", List.of(x, graph.row(Activation.MISH_LINEAR)))));
        String w = graph.node("Mul", List.of(e, graph.node("Add", List.of(e, graph.row(2)))));
        return graph.node("Mul", List.of(x, graph.node("Div", List.of(w, graph.node("Add", List.of(w, graph.row(2)))))));
    }

    private String between(String x, double low, double high) {
        return graph.node("Max", List.of(graph.node("Min", List.of(x, graph.row(high))), graph.row(low)));
    }

    private String columns(String x, long... indices) {
        return graph.node("Gather", List.of(x, graph.longs(indices)), Attributes.of("axis", 1));
    }

    private String floats(long[] shape, List<Floats> parts) {
        return graph.cast(graph.constant(Tensors.floats(shape, parts)), DataType.DOUBLE);
    }
}
