package lathe.engine.adapter.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;
import lathe.scoring.form.Graph;

/// Lays the nodes of a [Graph] into the pipeline's, every name behind a prefix of its own.
final class GraphNodes {

    private final GraphBuilder graph;
    private final String prefix;
    private final String input;
    private final String features;

    private GraphNodes(GraphBuilder graph, String input, String features) {
        this.graph = graph;
        this.prefix = graph.freshPrefix("Graph");
        this.input = input;
        this.features = features;
    }

    /// @param tensor features as double, shape \[N, width\]
    /// @return the answer as double, shape \[N, outputs\]
    static String write(GraphBuilder graph, Graph form, String tensor) {
        ForeignGraph foreign = read(form);
        String features = ForeignGraph.isSingle(foreign.input()) ? graph.cast(tensor, DataType.FLOAT) : tensor;
        String answer = new GraphNodes(graph, foreign.input().getName(), features).lay(foreign.model().getGraph());
        return ForeignGraph.isSingle(foreign.output()) ? graph.cast(answer, DataType.DOUBLE) : answer;
    }

    static ForeignGraph read(Graph form) {
        return ForeignGraph.read(form.name(), form.toBytes(), form.width(), form.outputs());
    }

    private String lay(GraphProto foreign) {
        foreign.getInitializerList().forEach(tensor -> graph.add(renamed(tensor)));
        foreign.getNodeList().forEach(node -> graph.add(renamed(node)));
        return renamed(foreign.getOutput(0).getName());
    }

    // An empty name stands for an input that is left out.
    private String renamed(String name) {
        return name.isEmpty() ? "" : name.equals(input) ? features : prefix + name;
    }

    private TensorProto renamed(TensorProto tensor) {
        return tensor.toBuilder().setName(renamed(tensor.getName())).clearDocString().build();
    }

    private NodeProto renamed(NodeProto node) {
        NodeProto.Builder renamed = NodeProto.newBuilder().setDomain(ForeignGraph.plain(node.getDomain())).setOpType(node.getOpType());
        node.getInputList().forEach(name -> renamed.addInput(renamed(name)));
        node.getOutputList().forEach(name -> renamed.addOutput(renamed(name)));
        for (AttributeProto attribute : node.getAttributeList()) {
            AttributeProto.Builder inner = attribute.toBuilder().clearDocString();
            if (attribute.hasG()) {
                inner.setG(renamed(attribute.getG()));
            }
            for (int i = 0; i < attribute.getGraphsCount(); i++) {
                inner.setGraphs(i, renamed(attribute.getGraphs(i)));
            }
            renamed.addAttribute(inner);
        }
        return renamed.build();
    }

    private GraphProto renamed(GraphProto body) {
        GraphProto.Builder renamed = GraphProto.newBuilder().setName(body.getName());
        body.getInitializerList().forEach(tensor -> renamed.addInitializer(renamed(tensor)));
        body.getNodeList().forEach(node -> renamed.addNode(renamed(node)));
        renamed.addAllInput(renamed(body.getInputList())).addAllOutput(renamed(body.getOutputList()));
        return renamed.build();
    }

    private List<ValueInfoProto> renamed(List<ValueInfoProto> values) {
        return values.stream().map(value -> value.toBuilder().setName(renamed(value.getName())).build()).toList();
    }
}
