package lathe.engine.adapter.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;
import java.util.Random;
import lathe.scoring.form.Floats;
import lathe.scoring.form.Graph;

/// Small graphs as a learner from outside might bring them, three features wide.
final class Graphs {

    static final int WIDTH = 3;

    private Graphs() { }

    static Graph of(String name, ModelProto model, int outputs) {
        return new Graph(name, model.toByteArray(), WIDTH, outputs);
    }

    /// cos(x W + b) V, and softmax for several outputs. Names are chosen to clash with those of a pipeline.
    static ModelProto waves(DataType type, int opset, int outputs) {
        Random random = new Random(3);
        GraphProto.Builder graph = GraphProto.newBuilder().setName("waves").addInput(value("age", type, WIDTH))
                .addOutput(value("prediction", type, outputs))
                .addInitializer(tensor("W", type, random, WIDTH, 8)).addInitializer(tensor("b", type, random, 1, 8))
                .addInitializer(tensor("Constant_0", type, random, 8, outputs))
                .addNode(node("MatMul", "MatMul_0", "age", "W")).addNode(node("Add", "Add_0", "MatMul_0", "b"))
                .addNode(node("Cos", "Cos_0", "Add_0"));
        if (outputs == 1) {
            graph.addNode(node("MatMul", "prediction", "Cos_0", "Constant_0"));
        } else {
            graph.addNode(node("MatMul", "raw", "Cos_0", "Constant_0"))
                    .addNode(node("Softmax", "prediction", "raw").toBuilder().addAttribute(Attributes.of("axis", 1)));
        }
        return model(graph.build(), opset, 0);
    }

    /// A scan over the rows, whose body reads a name from outside, behind a choice between two bodies.
    static ModelProto nested() {
        GraphProto row = GraphProto.newBuilder().setName("row").addInput(rowValue("one")).addOutput(rowValue("shifted"))
                .addNode(node("Add", "shifted", "one", "shift")).build();
        GraphProto yes = branch(node("Softmax", "answer", "scanned").toBuilder().addAttribute(Attributes.of("axis", 1)).build());
        GraphProto no = branch(node("Identity", "answer", "scanned"));
        GraphProto.Builder graph = GraphProto.newBuilder().setName("nested").addInput(value("x", DataType.DOUBLE, WIDTH))
                .addOutput(value("y", DataType.DOUBLE, WIDTH))
                .addInitializer(Tensors.doubles(new long[] {WIDTH}, 0.5, -1, 2).toBuilder().setName("shift"))
                .addInitializer(TensorProto.newBuilder().setName("choice").setDataType(DataType.BOOL.getNumber()).addInt32Data(1))
                .addNode(node("Scan", "scanned", "x").toBuilder().setDomain("ai.onnx").addAttribute(Attributes.of("num_scan_inputs", 1))
                        .addAttribute(Attributes.of("body", row)))
                .addNode(node("If", "y", "choice").toBuilder().addAttribute(Attributes.of("then_branch", yes))
                        .addAttribute(Attributes.of("else_branch", no)));
        return model(graph.build(), 21, 0);
    }

    private static GraphProto branch(NodeProto node) {
        return GraphProto.newBuilder().setName("branch").addNode(node).addOutput(rowValue("answer")).build();
    }

    /// One split at 0 of the second feature, in the words that `ai.onnx.ml` used before version 5.
    static ModelProto oldTrees() {
        NodeProto trees = node("TreeEnsembleRegressor", "y", "x").toBuilder().setDomain(GraphBuilder.ML)
                .addAttribute(Attributes.of("n_targets", 1)).addAttribute(Attributes.of("nodes_treeids", new long[] {0, 0, 0}))
                .addAttribute(Attributes.of("nodes_nodeids", new long[] {0, 1, 2}))
                .addAttribute(Attributes.of("nodes_featureids", new long[] {1, 0, 0}))
                .addAttribute(Attributes.of("nodes_modes", List.of("BRANCH_LEQ", "LEAF", "LEAF")))
                .addAttribute(Attributes.of("nodes_values_as_tensor", Tensors.doubles(new long[] {3}, 0, 0, 0)))
                .addAttribute(Attributes.of("nodes_truenodeids", new long[] {1, 0, 0}))
                .addAttribute(Attributes.of("nodes_falsenodeids", new long[] {2, 0, 0}))
                .addAttribute(Attributes.of("target_treeids", new long[] {0, 0})).addAttribute(Attributes.of("target_nodeids", new long[] {1, 2}))
                .addAttribute(Attributes.of("target_ids", new long[] {0, 0}))
                .addAttribute(Attributes.of("target_weights_as_tensor", Tensors.doubles(new long[] {2}, -1.5, 2.25))).build();
        GraphProto graph = GraphProto.newBuilder().setName("trees").addInput(value("x", DataType.DOUBLE, WIDTH))
                .addOutput(value("y", DataType.FLOAT, 1)).addNode(trees).build();
        return model(graph, 21, 3);
    }

    /// y = f(x), one node between input and output.
    static ModelProto single(NodeProto node, int opset) {
        return model(GraphProto.newBuilder().setName("single").addInput(value("x", DataType.DOUBLE, WIDTH))
                .addOutput(value("y", DataType.DOUBLE, WIDTH)).addNode(node).build(), opset, 5);
    }

    static ModelProto model(GraphProto graph, int opset, int mlOpset) {
        ModelProto.Builder model = ModelProto.newBuilder().setIrVersion(10).setProducerName("somebody").setGraph(graph)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(opset));
        if (mlOpset > 0) {
            model.addOpsetImport(OperatorSetIdProto.newBuilder().setDomain(GraphBuilder.ML).setVersion(mlOpset));
        }
        return model.build();
    }

    static NodeProto node(String operator, String output, String... inputs) {
        return NodeProto.newBuilder().setOpType(operator).addAllInput(List.of(inputs)).addOutput(output).build();
    }

    static ValueInfoProto value(String name, DataType type, int columns) {
        TensorShapeProto shape = TensorShapeProto.newBuilder().addDim(Dimension.newBuilder().setDimParam("rows"))
                .addDim(Dimension.newBuilder().setDimValue(columns)).build();
        return ValueInfoProto.newBuilder().setName(name).setType(TypeProto.newBuilder().setTensorType(
                TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape))).build();
    }

    private static ValueInfoProto rowValue(String name) {
        return ValueInfoProto.newBuilder().setName(name).setType(TypeProto.newBuilder().setTensorType(
                TypeProto.Tensor.newBuilder().setElemType(DataType.DOUBLE.getNumber()))).build();
    }

    private static TensorProto tensor(String name, DataType type, Random random, int rows, int columns) {
        double[] values = random.doubles((long) rows * columns, -1, 1).toArray();
        long[] shape = {rows, columns};
        if (type == DataType.DOUBLE) {
            return Tensors.doubles(shape, values).toBuilder().setName(name).build();
        }
        float[] narrow = new float[values.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) values[i];
        }
        return Tensors.floats(shape, List.of(Floats.of(narrow))).toBuilder().setName(name).build();
    }
}
