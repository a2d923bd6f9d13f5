package lathe.engine.adapter.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;
import java.util.stream.IntStream;
import lathe.scoring.form.Trees;

/// Writes trees as `TreeEnsemble` nodes, whose leaves hold one number each.
///
/// Where a leaf holds a whole row of numbers, the graph's leaf holds that row's place in a table instead: every tree is
/// written once, whatever the number of classes.
final class TreeNodes {

    // Numbers looked up for one row of input at a time: bounds the memory of a batch, 10,000 rows take 80 MB.
    private static final int TABLE_BATCH = 1024;

    private final GraphBuilder graph;

    TreeNodes(GraphBuilder graph) {
        this.graph = graph;
    }

    /// The raw sums without the base, shape \[N, base\].
    String sums(Trees form, String features) {
        int width = form.base().length;
        if (form.trees() == 0) {
            return graph.repeat(new double[width]);
        }
        int[] all = IntStream.range(0, form.trees()).toArray();
        if (form.leafWidth() == 1) {
            double[] values = form.leafValues();
            int[] targets = IntStream.of(all).map(tree -> Math.max(form.target(tree), 0)).toArray();
            return new TreeAttributes(form).add(all, targets, leaf -> values[leaf]).write(graph, features, width);
        }
        String table = graph.rows(form.leafValues().length / width, form.leafValues());
        int batch = Math.max(1, TABLE_BATCH / width);
        String sum = "";
        for (int start = 0; start < all.length; start += batch) {
            int[] some = IntStream.range(start, Math.min(start + batch, all.length)).toArray();
            String part = tableSum(form, some, table, features);
            sum = sum.isEmpty() ? part : graph.node("Add", List.of(sum, part));
        }
        return sum;
    }

    private String tableSum(Trees form, int[] trees, String table, String features) {
        int[] targets = IntStream.range(0, trees.length).toArray();
        String leaves = new TreeAttributes(form).add(trees, targets, leaf -> leaf).write(graph, features, trees.length);
        String rows = graph.node("Gather", List.of(table, graph.cast(leaves, DataType.INT64)), Attributes.of("axis", 0));
        return graph.node("ReduceSum", List.of(rows, graph.longs(1)), Attributes.of("keepdims", 0));
    }
}
