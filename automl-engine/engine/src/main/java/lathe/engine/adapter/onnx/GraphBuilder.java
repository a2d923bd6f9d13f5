package lathe.engine.adapter.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/// Grows a graph node by node. Every method returns the name of the tensor it makes.
///
/// Nodes are pure, so a node asked for twice is written once: members that read the same column in the same way share
/// its work. Not safe for several threads.
final class GraphBuilder {

    static final String STANDARD = "";
    static final String ML = "ai.onnx.ml";
    static final String MICROSOFT = "com.microsoft";

    private static final String BATCH = "N";

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("lathe");
    private final Map<NodeProto, String> nodes = new HashMap<>();
    private final Map<TensorProto, String> constants = new HashMap<>();
    private final Set<String> publicNames;
    private final String prefix;
    private int next;

    /// @param publicNames names that inner tensors must not take: those of inputs and outputs
    GraphBuilder(Set<String> publicNames) {
        this(publicNames, "");
    }

    private GraphBuilder(Set<String> publicNames, String prefix) {
        this.publicNames = new HashSet<>(publicNames);
        this.prefix = prefix;
    }

    /// Declares an input of shape \[N, 1\].
    String input(String name, DataType type) {
        graph.addInput(value(name, type, dimension(BATCH), Dimension.newBuilder().setDimValue(1).build()));
        return name;
    }

    /// Declares an output of shape \[N\], or \[N, width\] if a width is given.
    void output(String name, String from, DataType type, int... width) {
        graph.addNode(NodeProto.newBuilder().setOpType("Identity").addInput(from).addOutput(name));
        Dimension[] shape = new Dimension[1 + width.length];
        shape[0] = dimension(BATCH);
        for (int i = 0; i < width.length; i++) {
            shape[i + 1] = Dimension.newBuilder().setDimValue(width[i]).build();
        }
        graph.addOutput(value(name, type, shape));
    }

    /// A node of the standard domain.
    String node(String operator, List<String> inputs, AttributeProto... attributes) {
        return node(STANDARD, operator, inputs, attributes);
    }

    /// A node of any domain; of its outputs only the first is used.
    String node(String domain, String operator, List<String> inputs, AttributeProto... attributes) {
        NodeProto key = NodeProto.newBuilder().setDomain(domain).setOpType(operator).addAllInput(inputs)
                .addAllAttribute(List.of(attributes)).build();
        String made = nodes.get(key);
        if (made != null) {
            return made;
        }
        String name = freshName(operator);
        nodes.put(key, name);
        NodeProto.Builder node = key.toBuilder().addOutput(name);
        if (operator.equals("StringSplit")) {
            node.addOutput(freshName("Counts"));   // this operator insists on its second output
        }
        graph.addNode(node);
        return name;
    }

    /// The two outputs of a node that has two.
    List<String> twins(String operator, List<String> inputs, AttributeProto... attributes) {
        String first = freshName(operator);
        String second = freshName(operator);
        graph.addNode(NodeProto.newBuilder().setOpType(operator).addAllInput(inputs).addAllAttribute(List.of(attributes))
                .addOutput(first).addOutput(second));
        return List.of(first, second);
    }

    /// Does the same for each row of a tensor by itself, so that what it needs in between is never held for all rows.
    ///
    /// @param rows shape \[N, p\]
    /// @param body writes it: gets a builder of its own and the name of one row, shape \[p\]; gives an answer of shape \[m\]
    /// @return the answers, shape \[N, m\]
    String eachRow(String rows, BiFunction<GraphBuilder, String, String> body) {
        GraphBuilder inner = new GraphBuilder(publicNames, freshName("Row") + "/");
        String row = inner.freshName("Input");
        inner.graph.addInput(untyped(row));
        inner.graph.addOutput(untyped(body.apply(inner, row)));
        return node("Scan", List.of(rows), Attributes.of("num_scan_inputs", 1), Attributes.of("body", inner.build()));
    }

    // Shapes inside are left for the reader to infer.
    private static ValueInfoProto untyped(String name) {
        return ValueInfoProto.newBuilder().setName(name).setType(TypeProto.newBuilder().setTensorType(
                TypeProto.Tensor.newBuilder().setElemType(DataType.DOUBLE.getNumber()))).build();
    }

    /// Constant doubles, one row that broadcasts over rows: shape \[1, n\].
    String row(double... values) {
        return constant(Tensors.doubles(new long[] {1, values.length}, values));
    }

    /// Constant doubles, shape \[rows, values / rows\].
    String rows(int rows, double[] values) {
        return constant(Tensors.doubles(new long[] {rows, values.length / rows}, values));
    }

    /// Constant int64, shape \[n\].
    String longs(long... values) {
        return constant(Tensors.longs(new long[] {values.length}, values));
    }

    /// One constant int64 without dimension.
    String index(long value) {
        return constant(Tensors.longs(new long[0], value));
    }

    /// One constant text, shape \[1\].
    String text(String value) {
        return constant(Tensors.texts(new long[] {1}, List.of(value)));
    }

    String constant(TensorProto tensor) {
        return constants.computeIfAbsent(tensor, made -> {
            String name = freshName("Constant");
            graph.addInitializer(made.toBuilder().setName(name));
            return name;
        });
    }

    String cast(String tensor, DataType type) {
        return node("Cast", List.of(tensor), Attributes.of("to", type.getNumber()));
    }

    /// The values as many times as there are rows: shape \[N, n\].
    String repeat(double... values) {
        if (graph.getInputCount() == 0) {
            throw new IllegalStateException("a graph without inputs has no rows");
        }
        String batch = node("Shape", List.of(graph.getInput(0).getName()), Attributes.of("start", 0), Attributes.of("end", 1));
        String shape = node("Concat", List.of(batch, longs(values.length)), Attributes.of("axis", 0));
        return node("Expand", List.of(row(values), shape));
    }

    /// Takes a node as it is; its names are the caller's care, see [#freshPrefix].
    void add(NodeProto node) {
        graph.addNode(node);
    }

    /// Takes a constant as it is.
    void add(TensorProto constant) {
        graph.addInitializer(constant);
    }

    /// Begins names that no other tensor has, whatever follows.
    String freshPrefix(String operator) {
        String begin = freshName(operator) + "/";
        while (startsPublicName(begin)) {
            begin = freshName(operator) + "/";
        }
        return begin;
    }

    private boolean startsPublicName(String begin) {
        return publicNames.stream().anyMatch(name -> name.startsWith(begin));
    }

    GraphProto build() {
        return graph.build();
    }

    private String freshName(String operator) {
        String name = prefix + operator + "_" + next++;
        while (publicNames.contains(name)) {
            name = prefix + operator + "_" + next++;
        }
        return name;
    }

    private static Dimension dimension(String name) {
        return Dimension.newBuilder().setDimParam(name).build();
    }

    /// Describes a tensor of shape \[N\].
    static ValueInfoProto perRow(String name, DataType type) {
        return value(name, type, dimension(BATCH));
    }

    private static ValueInfoProto value(String name, DataType type, Dimension... shape) {
        TensorShapeProto dimensions = TensorShapeProto.newBuilder().addAllDim(Arrays.asList(shape)).build();
        TypeProto.Tensor tensor = TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(dimensions).build();
        return ValueInfoProto.newBuilder().setName(name).setType(TypeProto.newBuilder().setTensorType(tensor)).build();
    }
}
