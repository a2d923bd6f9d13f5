package lathe.engine.adapter.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lathe.engine.export.ExportProblems;
import lathe.scoring.form.Trees;

/// Writes trees as `TreeEnsemble` nodes, whose leaves hold one number each.
///
/// Where a leaf holds a whole row of numbers, the graph's leaf holds that row's place in a table instead: every tree is
/// written once, whatever the number of classes.
final class TreeNodes {

    // Numbers looked up for one row of input at a time: bounds the memory of a batch, 10,000 rows take 80 MB.
    private static final int TABLE_BATCH = 1024;

    private final GraphBuilder graph;
    private final boolean grouped;

    /// @param grouped whether any tree of the model asks for groups of levels; then all are written for it
    TreeNodes(GraphBuilder graph, boolean grouped) {
        this.graph = graph;
        this.grouped = grouped;
    }

    /// The raw sums without the base, shape \[N, base\].
    String sums(Trees form, String features) {
        int width = form.base().length;
        if (form.trees() == 0) {
            return graph.repeat(new double[width]);
        }
        int[] all = IntStream.range(0, form.trees()).toArray();
        if (grouped) {
            return groupedSums(form, all, features);
        }
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

    private String groupedSums(Trees form, int[] all, String features) {
        double[] values = form.leafValues();
        int k = form.base().length;
        if (values.length / form.leafWidth() > GroupedTrees.MOST_LEAVES) {
            throw ExportProblems.notExportable("ONNX", "its trees have more than %d leaves".formatted(GroupedTrees.MOST_LEAVES));
        }
        String table = graph.rows(values.length / form.leafWidth(), values);
        int batch = Math.max(1, TABLE_BATCH / k);
        String sum = "";
        for (int target = 0; target < (form.leafWidth() == 1 ? k : 1); target++) {
            int wanted = target;
            int[] some = form.leafWidth() == 1 ? IntStream.of(all).filter(tree -> form.target(tree) == wanted
                    || form.target(tree) < 0).toArray() : all;
            String own = some.length == 0 ? graph.repeat(0) : "";
            for (int start = 0; start < some.length; start += batch) {
                int[] part = Arrays.copyOfRange(some, start, Math.min(start + batch, some.length));
                String leaves = new GroupedTrees(form).write(graph, features, part);
                String added = lookedUp(table, leaves);
                own = own.isEmpty() ? added : graph.node("Add", List.of(own, added));
            }
            sum = sum.isEmpty() ? own : graph.node("Concat", List.of(sum, own), Attributes.of("axis", 1));
        }
        return sum;
    }

    private String lookedUp(String table, String leaves) {
        String rows = graph.node("Gather", List.of(table, graph.cast(leaves, DataType.INT64)), Attributes.of("axis", 0));
        return graph.node("ReduceSum", List.of(rows, graph.longs(1)), Attributes.of("keepdims", 0));
    }

    private String tableSum(Trees form, int[] trees, String table, String features) {
        int[] targets = IntStream.range(0, trees.length).toArray();
        String leaves = new TreeAttributes(form).add(trees, targets, leaf -> leaf).write(graph, features, trees.length);
        return lookedUp(table, leaves);
    }
}
