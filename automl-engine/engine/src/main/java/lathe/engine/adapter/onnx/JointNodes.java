package lathe.engine.adapter.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lathe.scoring.step.Arithmetic;
import lathe.scoring.step.Arithmetic.Op;
import lathe.scoring.step.CodeTable;
import lathe.scoring.step.Cross;

/// Steps that join number columns, and tables looked up by a number.
final class JointNodes {

    private final GraphBuilder graph;

    JointNodes(GraphBuilder graph) {
        this.graph = graph;
    }

    // One node for each kind of arithmetic, whatever the number of outputs. NaN fails the comparison as infinities do.
    void write(Arithmetic step, GraphFrame frame) {
        List<List<String>> outputs = new ArrayList<>();
        List<String> tensors = new ArrayList<>();
        for (Op op : Op.values()) {
            int[] own = IntStream.range(0, step.ops().size()).filter(i -> step.ops().get(i) == op).toArray();
            if (own.length == 0) {
                continue;
            }
            String left = frame.block(IntStream.of(own).mapToObj(step.left()::get).toList()).tensor();
            String right = frame.block(IntStream.of(own).mapToObj(step.right()::get).toList()).tensor();
            String made = graph.node(operator(op), List.of(left, right));
            String finite = graph.node("LessOrEqual", List.of(graph.node("Abs", List.of(made)), graph.row(Double.MAX_VALUE)));
            String fills = graph.row(IntStream.of(own).mapToDouble(step.fills()::get).toArray());
            outputs.add(IntStream.of(own).mapToObj(step.outputs()::get).toList());
            tensors.add(graph.node("Where", List.of(finite, made, fills)));
        }
        for (int i = 0; i < tensors.size(); i++) {
            frame.put(outputs.get(i), tensors.get(i));
        }
    }

    private static String operator(Op op) {
        return switch (op) {
            case ADD -> "Add";
            case SUBTRACT -> "Sub";
            case MULTIPLY -> "Mul";
            case DIVIDE -> "Div";
        };
    }

    void write(Cross step, GraphFrame frame) {
        String code = frame.block(List.of(step.columns().getFirst())).tensor();
        for (int i = 1; i < step.columns().size(); i++) {
            String shifted = graph.node("Mul", List.of(code, graph.row(step.sizes().get(i))));
            code = graph.node("Add", List.of(shifted, frame.block(List.of(step.columns().get(i))).tensor()));
        }
        frame.put(List.of(step.output()), code);
    }

    void write(CodeTable step, GraphFrame frame) {
        int keys = step.keys().size();
        if (keys == 0) {
            frame.put(step.outputs(), graph.repeat(step.values().toArray()));
            return;
        }
        String flat = graph.node("Reshape", List.of(frame.block(List.of(step.column())).tensor(), graph.longs(-1)));
        String place = graph.node(GraphBuilder.ML, "LabelEncoder", List.of(flat),
                Attributes.of("keys_tensor", Tensors.doubles(new long[] {keys}, step.keys().toArray())),
                Attributes.of("values_tensor", Tensors.doubles(new long[] {keys}, IntStream.range(0, keys).asDoubleStream().toArray())),
                Attributes.of("default_tensor", Tensors.doubles(new long[] {1}, keys)));
        frame.put(step.outputs(), graph.node("Gather", List.of(graph.rows(keys + 1, step.values().toArray()),
                graph.cast(place, DataType.INT64)), Attributes.of("axis", 0)));
    }
}
