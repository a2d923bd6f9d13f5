package lathe.engine.adapter.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;
import java.util.stream.DoubleStream;
import lathe.scoring.step.Bins;
import lathe.scoring.step.YeoJohnson;

/// Changes the shape of number columns: ranges and powers. Comparisons with NaN are false, so missing is led around them.
final class ShapeNodes {

    private final GraphBuilder graph;

    ShapeNodes(GraphBuilder graph) {
        this.graph = graph;
    }

    void write(Bins step, GraphFrame frame) {
        String x = frame.block(List.of(step.column())).tensor();
        String passed = graph.cast(node("GreaterOrEqual", x, graph.row(step.edges().toArray())), DataType.DOUBLE);
        String range = node("ReduceSum", passed, graph.longs(1));
        frame.put(List.of(step.output()), node("Where", node("IsNaN", x), x, range));
    }

    void write(YeoJohnson step, GraphFrame frame) {
        String x = frame.block(step.columns()).tensor();
        double[] above = step.lambdas().toArray();
        double[] below = DoubleStream.of(above).map(lambda -> 2 - lambda).toArray();
        String negative = node("Less", x, graph.row(0));
        String power = node("Where", negative, graph.row(below), graph.row(above));
        String size = node("Add", node("Abs", x), graph.row(1));
        String none = node("Equal", power, graph.row(0));
        String divisor = node("Where", none, graph.row(1), power);
        String grown = node("Div", node("Sub", node("Pow", size, power), graph.row(1)), divisor);
        String made = node("Where", none, node("Log", size), grown);
        frame.put(step.columns(), node("Where", negative, node("Neg", made), made));
    }

    private String node(String operator, String... inputs) {
        return graph.node(operator, List.of(inputs));
    }
}
