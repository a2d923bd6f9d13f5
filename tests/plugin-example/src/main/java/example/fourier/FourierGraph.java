package example.fourier;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
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
import java.util.Arrays;
import java.util.List;

/// Writes the fitted waves as ONNX: cos(x W + b) H + means, and shares of it for classes.
///
/// The classes `ai.onnx.proto` come with Lathe's engine; a library that writes ONNX itself needs none of this.
final class FourierGraph {

    private static final int IR_VERSION = 10;
    private static final int OPSET = 21;
    private static final double LEAST = 0.01;   // so that no class is ever impossible

    private FourierGraph() { }

    /// @param heights how much each wave adds, shape outputs × D
    /// @param means   what they are added to, shape outputs
    static byte[] bytes(FourierLearner.Waves waves, double[][] heights, double[] means) {
        int d = waves.phases().length;
        GraphProto.Builder graph = GraphProto.newBuilder().setName("fourier")
                .addInput(value("features", waves.directions().length)).addOutput(value("answer", means.length))
                .addInitializer(doubles("directions", flat(waves.directions()), waves.directions().length, d))
                .addInitializer(doubles("phases", waves.phases(), 1, d))
                .addInitializer(doubles("heights", flat(heights), means.length, d))
                .addInitializer(doubles("means", means, 1, means.length))
                .addNode(node("MatMul", "along", "features", "directions"))
                .addNode(node("Add", "shifted", "along", "phases"))
                .addNode(node("Cos", "waves", "shifted"))
                .addNode(node("Transpose", "columns", "heights"))
                .addNode(node("MatMul", "sums", "waves", "columns"));
        if (means.length == 1) {
            graph.addNode(node("Add", "answer", "sums", "means"));
        } else {
            graph.addInitializer(doubles("least", new double[] {LEAST})).addInitializer(doubles("most", new double[] {1}))
                    .addInitializer(TensorProto.newBuilder().setName("axis").setDataType(DataType.INT64.getNumber()).addDims(1).addInt64Data(1))
                    .addNode(node("Add", "raw", "sums", "means"))
                    .addNode(node("Clip", "clipped", "raw", "least", "most"))
                    .addNode(node("ReduceSum", "total", "clipped", "axis").toBuilder()
                            .addAttribute(AttributeProto.newBuilder().setName("keepdims").setType(AttributeType.INT).setI(1)))
                    .addNode(node("Div", "answer", "clipped", "total"));
        }
        return ModelProto.newBuilder().setIrVersion(IR_VERSION).setProducerName("fourier").setGraph(graph)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET)).build().toByteArray();
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }

    private static NodeProto node(String operator, String output, String... inputs) {
        return NodeProto.newBuilder().setOpType(operator).addAllInput(List.of(inputs)).addOutput(output).build();
    }

    private static TensorProto doubles(String name, double[] values, long... shape) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(DataType.DOUBLE.getNumber());
        Arrays.stream(shape).forEach(tensor::addDims);
        Arrays.stream(values).forEach(tensor::addDoubleData);
        return tensor.build();
    }

    // Shape [rows, columns], any number of rows.
    private static ValueInfoProto value(String name, int columns) {
        TensorShapeProto shape = TensorShapeProto.newBuilder().addDim(Dimension.newBuilder().setDimParam("rows"))
                .addDim(Dimension.newBuilder().setDimValue(columns)).build();
        TypeProto.Tensor tensor = TypeProto.Tensor.newBuilder().setElemType(DataType.DOUBLE.getNumber()).setShape(shape).build();
        return ValueInfoProto.newBuilder().setName(name).setType(TypeProto.newBuilder().setTensorType(tensor)).build();
    }
}
