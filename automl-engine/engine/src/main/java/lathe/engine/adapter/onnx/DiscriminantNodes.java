package lathe.engine.adapter.onnx;

import java.util.ArrayList;
import java.util.List;
import lathe.scoring.form.Discriminant;

/// Writes the scores of a [Discriminant]: one matrix product for each class.
final class DiscriminantNodes {

    private final GraphBuilder graph;

    DiscriminantNodes(GraphBuilder graph) {
        this.graph = graph;
    }

    /// @param features shape \[N, p\]
    /// @return the scores, shape \[N, k\]
    String scores(Discriminant form, String features) {
        if (form.width() == 0) {
            return graph.repeat(form.biases().toArray());
        }
        List<String> scores = new ArrayList<>();
        for (int c = 0; c < form.outputs(); c++) {
            String turned = turned(form, c, features);
            String squares = graph.node("ReduceSum", List.of(graph.node("Mul", List.of(turned, turned)), graph.longs(1)));
            String near = graph.node("Min", List.of(squares, graph.row(Discriminant.FARTHEST)));
            String half = graph.node("Mul", List.of(near, graph.row(0.5)));
            scores.add(graph.node("Sub", List.of(graph.row(form.biases().get(c)), half)));
        }
        return graph.node("Concat", scores, Attributes.of("axis", 1));
    }

    private String turned(Discriminant form, int c, String features) {
        int p = form.width();
        double[] means = new double[p];
        for (int feature = 0; feature < p; feature++) {
            means[feature] = form.means().get(c * p + feature);
        }
        String centred = graph.node("Sub", List.of(features, graph.row(means)));
        if (form.isDiagonal()) {
            double[] diagonal = new double[p];
            for (int feature = 0; feature < p; feature++) {
                diagonal[feature] = form.factors().get(c * p + feature);
            }
            return graph.node("Mul", List.of(centred, graph.row(diagonal)));
        }
        double[] transposed = new double[p * p];
        int at = c * (p * (p + 1) / 2);
        for (int row = 0; row < p; row++) {
            for (int column = 0; column <= row; column++) {
                transposed[column * p + row] = form.factors().get(at++);
            }
        }
        return graph.node("MatMul", List.of(centred, graph.rows(p, transposed)));
    }
}
