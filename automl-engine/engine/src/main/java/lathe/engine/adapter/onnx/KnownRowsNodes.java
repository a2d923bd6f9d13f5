package lathe.engine.adapter.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.Arrays;
import java.util.List;
import lathe.scoring.form.Kernel;
import lathe.scoring.form.KnownRows;
import lathe.scoring.form.Neighbours;

/// Writes the forms that compare a row with known ones: one row at a time, as Java does.
///
/// All at once would need room for rows × known rows. Features are summed along the first axis, which ONNX Runtime does one
/// after the other, as Java does; so ties among distances fall the same way.
final class KnownRowsNodes {

    private final GraphBuilder graph;

    KnownRowsNodes(GraphBuilder graph) {
        this.graph = graph;
    }

    /// What the neighbours' answers come to, before the link; shape \[N, k\].
    String means(Neighbours form, String features) {
        return graph.eachRow(scaled(form.rows(), features), (body, row) -> {
            Neighbours.Vote vote = form.vote();
            KnownRows.Measure measure = vote.squared() ? KnownRows.Measure.SQUARED : KnownRows.Measure.ABSOLUTE;
            List<String> nearest = body.twins("TopK", List.of(compared(body, form.rows(), measure, row), body.longs(vote.count())),
                    Attributes.of("largest", 0), Attributes.of("sorted", 1));
            String answers = answers(body, form, nearest.get(1));
            String mean = vote.byDistance() ? weighted(body, vote, nearest.get(0), answers)
                    : body.node("Div", List.of(sum(body, answers), number(body, vote.count())));
            String scaled = body.node("Mul", List.of(mean, number(body, form.factor())));
            return body.node("Add", List.of(scaled, numbers(body, form.base().toArray())));
        });
    }

    // Shape [count, k].
    private static String answers(GraphBuilder body, Neighbours form, String rows) {
        String known = body.constant(Tensors.doubles(new long[] {form.rows().count(), 1}, form.answers().toArray()));
        String answers = body.node("Gather", List.of(known, rows), Attributes.of("axis", 0));
        if (form.outputs() == 1) {
            return answers;
        }
        double[] classes = new double[form.outputs()];
        Arrays.setAll(classes, c -> c);
        return body.cast(body.node("Equal", List.of(answers, body.row(classes))), DataType.DOUBLE);
    }

    private static String weighted(GraphBuilder body, Neighbours.Vote vote, String sums, String answers) {
        String distances = vote.squared() ? body.node("Sqrt", List.of(sums)) : sums;
        String same = body.node("Equal", List.of(distances, number(body, 0)));
        String least = body.node("ReduceMin", List.of(distances, body.longs(0)));
        String weights = body.node("Where", List.of(body.node("Equal", List.of(least, number(body, 0))),
                body.cast(same, DataType.DOUBLE), body.node("Div", List.of(number(body, 1), distances))));
        String alike = body.node("Where", List.of(body.node("Equal", List.of(least, number(body, Double.POSITIVE_INFINITY))),
                number(body, 1), weights));
        String column = body.node("Unsqueeze", List.of(alike, body.longs(1)));
        return body.node("Div", List.of(sum(body, body.node("Mul", List.of(answers, column))), sum(body, column)));
    }

    /// The weighted sums of similarities, before the link; shape \[N, k\].
    String sums(Kernel form, String features) {
        Kernel.Similarity similarity = form.similarity();
        int m = form.rows().count();
        int k = form.biases().size();
        double[] transposed = new double[m * k];
        for (int i = 0; i < transposed.length; i++) {
            transposed[i] = form.coefficients().get(i % k * m + i / k);
        }
        return graph.eachRow(scaled(form.rows(), features), (body, row) -> {
            String sums = compared(body, form.rows(), similarity.measure(), row);
            String alike = switch (similarity.kind()) {
                case RADIAL, LAPLACIAN -> body.node("Exp", List.of(body.node("Mul", List.of(sums, number(body, -similarity.gamma())))));
                case POLYNOMIAL -> polynomial(body, similarity, sums);
            };
            String weighted = body.node("MatMul", List.of(alike, body.rows(m, transposed)));
            return body.node("Add", List.of(weighted, numbers(body, form.biases().toArray())));
        });
    }

    private static String polynomial(GraphBuilder body, Kernel.Similarity similarity, String sums) {
        String base = body.node("Add", List.of(body.node("Mul", List.of(sums, number(body, similarity.gamma()))),
                number(body, similarity.offset())));
        String power = base;
        for (int i = 1; i < similarity.degree(); i++) {
            power = body.node("Mul", List.of(power, base));
        }
        return power;
    }

    private String scaled(KnownRows rows, String features) {
        String centred = graph.node("Sub", List.of(features, graph.row(rows.centres().toArray())));
        return graph.node("Mul", List.of(centred, graph.row(rows.scales().toArray())));
    }

    /// The sums over the features for each known row, shape \[m\].
    private static String compared(GraphBuilder body, KnownRows rows, KnownRows.Measure measure, String row) {
        String known = body.rows(rows.width(), rows.values().toDoubles());
        String column = body.node("Unsqueeze", List.of(row, body.longs(1)));
        String each = switch (measure) {
            case ABSOLUTE -> body.node("Abs", List.of(body.node("Sub", List.of(known, column))));
            case SQUARED -> {
                String apart = body.node("Sub", List.of(known, column));
                yield body.node("Mul", List.of(apart, apart));
            }
            case PRODUCT -> body.node("Mul", List.of(known, column));
        };
        return sum(body, each);
    }

    private static String sum(GraphBuilder body, String tensor) {
        return body.node("ReduceSum", List.of(tensor, body.longs(0)), Attributes.of("keepdims", 0));
    }

    private static String number(GraphBuilder body, double value) {
        return numbers(body, value);
    }

    private static String numbers(GraphBuilder body, double... values) {
        return body.constant(Tensors.doubles(new long[] {values.length}, values));
    }
}
