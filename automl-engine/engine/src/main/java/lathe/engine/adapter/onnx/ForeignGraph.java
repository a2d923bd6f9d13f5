package lathe.engine.adapter.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.SparseTensorProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DiscardUnknownFieldsParser;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;

/// A graph somebody brought, held against what [lathe.scoring.form.Graph] asks of it: what comes through runs alone, and as
/// a part of an exported pipeline.
///
/// @param model the graph with the operator sets it needs and nothing else of its file
/// @param input its one input
/// @param output its one output
record ForeignGraph(ModelProto model, ValueInfoProto input, ValueInfoProto output) {

    private static final int OPSET = 21;
    private static final int OLDEST_OPSET = 13;
    private static final Set<Long> ML_OPSETS = Set.of(3L, 4L, 5L);
    private static final String STANDARD_SPELT_OUT = "ai.onnx";

    // Operators that read the same inputs and attributes in versions 13 to 20 as in 21 and give the same answer.
    private static final Set<String> SAME_SINCE_13 = Set.of("Abs", "Acos", "Add", "And", "ArgMax", "ArgMin", "Asin", "Atan", "Cast",
            "Ceil", "Clip", "Concat", "Constant", "ConstantOfShape", "Cos", "Cosh", "CumSum", "Div", "Elu", "Equal", "Erf", "Exp", "Expand",
            "EyeLike", "Flatten", "Floor", "Gather", "GatherElements", "GatherND", "Gemm", "Greater", "GreaterOrEqual", "HardSigmoid",
            "Identity", "IsInf", "IsNaN", "LayerNormalization", "LeakyRelu", "Less", "LessOrEqual", "Log", "LogSoftmax", "MatMul", "Max",
            "Mean", "Min", "Mod", "Mul", "Neg", "NonZero", "Not", "OneHot", "Or", "Pow", "PRelu", "Range", "Reciprocal", "ReduceSum",
            "Relu", "Reshape", "Round", "Selu", "Shape", "Sigmoid", "Sign", "Sin", "Sinh", "Size", "Slice", "Softmax", "Softplus",
            "Softsign", "Sqrt", "Squeeze", "Sub", "Sum", "Tan", "Tanh", "ThresholdedRelu", "Tile", "TopK", "Transpose", "Trilu",
            "Unsqueeze", "Where", "Xor");
    // They answer by chance, or as long as they please.
    private static final Set<String> REFUSED = Set.of("Bernoulli", "Dropout", "Loop", "Multinomial", "RandomNormal", "RandomNormalLike",
            "RandomUniform", "RandomUniformLike");

    /// Reads a file and checks it.
    ///
    /// @throws ProblemException with the reason, if it does not keep to the contract
    static ForeignGraph read(String name, byte[] onnx, int width, int outputs) {
        try {
            ModelProto model = DiscardUnknownFieldsParser.wrap(ModelProto.parser()).parseFrom(onnx);
            return of(name, model, width, outputs);
        } catch (InvalidProtocolBufferException e) {
            throw refused(name, "its bytes are no ONNX model");
        }
    }

    private static ForeignGraph of(String name, ModelProto model, int width, int outputs) {
        if (model.getFunctionsCount() > 0 || model.getTrainingInfoCount() > 0) {
            throw refused(name, "it brings functions or a training graph; write their nodes into the graph itself");
        }
        Map<String, Long> versions = versions(name, model);
        GraphProto graph = model.getGraph();
        checkContent(name, graph, versions.getOrDefault(GraphBuilder.STANDARD, 0L));
        Set<String> constants = new HashSet<>();
        graph.getInitializerList().forEach(tensor -> constants.add(tensor.getName()));
        List<ValueInfoProto> inputs = graph.getInputList().stream().filter(input -> !constants.contains(input.getName())).toList();
        if (inputs.size() != 1 || graph.getOutputCount() != 1) {
            throw refused(name, "it must have one input and one output, has %d and %d".formatted(inputs.size(), graph.getOutputCount()));
        }
        checkTensor(name, "input", inputs.getFirst(), width);
        checkTensor(name, "output", graph.getOutput(0), outputs);
        ModelProto.Builder clean = ModelProto.newBuilder().setIrVersion(model.getIrVersion()).setGraph(graph);
        versions.forEach((domain, version) -> clean.addOpsetImport(OperatorSetIdProto.newBuilder().setDomain(domain).setVersion(version)));
        return new ForeignGraph(clean.build(), inputs.getFirst(), graph.getOutput(0));
    }

    // Of the two domains graphs may use; a file may name others as long as no node needs them.
    private static Map<String, Long> versions(String name, ModelProto model) {
        Map<String, Long> versions = new HashMap<>();
        for (OperatorSetIdProto opset : model.getOpsetImportList()) {
            String domain = plain(opset.getDomain());
            if (!isKnown(domain)) {
                continue;
            }
            long version = opset.getVersion();
            boolean fits = domain.isEmpty() ? version >= OLDEST_OPSET && version <= OPSET : ML_OPSETS.contains(version);
            if (!fits || versions.put(domain, version) != null) {
                throw refused(name, "it asks for version %d of %s; %s".formatted(version, spelt(domain),
                        "ai.onnx must be of version 13 to 21 and ai.onnx.ml of 3 to 5, each named once"));
            }
        }
        if (!versions.containsKey(GraphBuilder.STANDARD)) {
            throw refused(name, "it does not say which version of ai.onnx it asks for");
        }
        return versions;
    }

    private static void checkContent(String name, GraphProto graph, long opset) {
        for (Message part : parts(graph)) {
            switch (part) {
                case TensorProto tensor when tensor.getDataLocation() == DataLocation.EXTERNAL || tensor.getExternalDataCount() > 0 ->
                        throw refused(name, "the tensor '%s' lies in another file".formatted(printable(tensor.getName())));
                case SparseTensorProto _ -> throw refused(name, "it has sparse tensors");
                case NodeProto node -> checkNode(name, node, opset);
                default -> { }
            }
        }
    }

    private static void checkNode(String name, NodeProto node, long opset) {
        String domain = plain(node.getDomain());
        String operator = printable(node.getOpType());
        if (!isKnown(domain)) {
            throw refused(name, "the operator %s is of the domain '%s'; only ai.onnx and ai.onnx.ml are allowed"
                    .formatted(operator, printable(domain)));
        }
        if (domain.isEmpty() && REFUSED.contains(operator)) {
            throw refused(name, "the operator %s is not allowed: it answers by chance or without end".formatted(operator));
        }
        if (domain.isEmpty() && opset < OPSET && !SAME_SINCE_13.contains(operator)) {
            throw refused(name, "the operator %s of ai.onnx %d may mean another thing in %d".formatted(operator, opset, OPSET));
        }
    }

    private static void checkTensor(String name, String which, ValueInfoProto value, int columns) {
        TypeProto.Tensor tensor = value.getType().getTensorType();
        List<Dimension> shape = tensor.getShape().getDimList();
        boolean number = value.getType().hasTensorType()
                && (tensor.getElemType() == DataType.FLOAT_VALUE || tensor.getElemType() == DataType.DOUBLE_VALUE);
        boolean open = !tensor.hasShape() || shape.size() == 2 && !shape.getFirst().hasDimValue()
                && (!shape.get(1).hasDimValue() || shape.get(1).getDimValue() == columns);
        if (!number || !open) {
            throw refused(name, "its %s must be a tensor of float or double and of the shape [rows, %d], with any number of rows"
                    .formatted(which, columns));
        }
    }

    /// Whether it has trees as `ai.onnx.ml` wrote them before version 5.
    boolean hasOldTrees() {
        return nodes(model.getGraph()).stream().anyMatch(GroupedTrees::isOld);
    }

    /// Whether a declared tensor holds 32-bit numbers; otherwise they have 64 bits.
    static boolean isSingle(ValueInfoProto value) {
        return value.getType().getTensorType().getElemType() == DataType.FLOAT_VALUE;
    }

    /// All nodes of a graph, those of graphs within its nodes too.
    static List<NodeProto> nodes(GraphProto graph) {
        return parts(graph).stream().filter(NodeProto.class::isInstance).map(NodeProto.class::cast).toList();
    }

    /// Both spellings of the standard domain as the short one.
    static String plain(String domain) {
        return domain.equals(STANDARD_SPELT_OUT) ? GraphBuilder.STANDARD : domain;
    }

    // The nesting is bounded by the parser.
    private static List<Message> parts(Message whole) {
        List<Message> parts = new ArrayList<>(List.of(whole));
        whole.getAllFields().forEach((field, value) -> {
            if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
                Collection<?> values = value instanceof Collection<?> list ? list : List.of(value);
                values.forEach(each -> parts.addAll(parts((Message) each)));
            }
        });
        return parts;
    }

    private static boolean isKnown(String domain) {
        return domain.equals(GraphBuilder.STANDARD) || domain.equals(GraphBuilder.ML);
    }

    private static String spelt(String domain) {
        return domain.isEmpty() ? STANDARD_SPELT_OUT : domain;
    }

    private static String printable(String text) {
        return (text.length() > 60 ? text.substring(0, 60) + "…" : text).replaceAll("\\p{Cntrl}", "?");
    }

    /// @param reason half a sentence
    static ProblemException refused(String name, String reason) {
        return new ProblemException(Problem.of("graph-refused", "The ONNX graph '%s' cannot be used: %s.".formatted(name, reason),
                "Write the graph as docs/plugins.md says, or ask whoever made it."));
    }
}
