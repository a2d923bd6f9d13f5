package lathe.engine.adapter.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import lathe.scoring.step.NormalQuantile;
import lathe.scoring.step.NormalRank;
import lathe.scoring.step.Numbers;

/// Ranks in plain operators: a binary search in one long table for all columns, a straight line between two knots, the normal
/// quantile as ratios of polynomials. Sums are taken in the order the step takes them in Java.
final class RankNodes {

    private final GraphBuilder graph;

    RankNodes(GraphBuilder graph) {
        this.graph = graph;
    }

    void write(NormalRank step, GraphFrame frame) {
        int columns = step.columns().size();
        String x = frame.block(step.columns()).tensor();
        x = beyond(x, "Less", graph.row(ends(step, false)));
        x = beyond(x, "Greater", graph.row(ends(step, true)));
        int most = step.knots().stream().mapToInt(Numbers::size).max().orElse(0);
        int room = Integer.highestOneBit(most) * 2;   // more than the longest, so that every knot has a next one
        String knots = table(step, room, Double.POSITIVE_INFINITY, i -> step.knots().get(i)::get);
        String belows = table(step, room, 1, i -> step.belows().get(i)::get);
        String aboves = table(step, room, 1, i -> step.aboves().get(i)::get);
        String middles = table(step, room, 1, i -> place -> middle(step, i, place));
        String at = search(x, knots, columns, room);
        String next = node("Add", at, graph.longs(1));
        String knot = node("Gather", knots, at);
        String above = node("Gather", aboves, at);
        String way = node("Div", node("Sub", half(x), half(knot)), node("Sub", half(node("Gather", knots, next)), half(knot)));
        String between = node("Add", above, node("Mul", way, node("Sub", node("Gather", belows, next), above)));
        String rank = node("Where", node("Equal", x, knot), node("Gather", middles, at), between);
        frame.put(step.columns(), quantile(rank));
    }

    private String beyond(String x, String comparison, String end) {
        return node("Where", node(comparison, x, end), end, x);
    }

    private static double[] ends(NormalRank step, boolean last) {
        return step.knots().stream().mapToDouble(knots -> knots.get(last ? knots.size() - 1 : 0)).toArray();
    }

    private static double middle(NormalRank step, int column, int place) {
        if (place == 0 || place == step.knots().get(column).size() - 1) {
            return place == 0 ? 0 : 1;
        }
        return (step.belows().get(column).get(place) + step.aboves().get(column).get(place)) / 2;
    }

    private interface Filling {
        IntToDoubleFunction of(int column);
    }

    // Shape [columns * room].
    private String table(NormalRank step, int room, double padding, Filling filling) {
        double[] values = new double[step.columns().size() * room];
        Arrays.fill(values, padding);
        for (int column = 0; column < step.columns().size(); column++) {
            IntToDoubleFunction own = filling.of(column);
            for (int place = 0; place < step.knots().get(column).size(); place++) {
                values[column * room + place] = own.applyAsDouble(place);
            }
        }
        return graph.constant(Tensors.doubles(new long[] {values.length}, values));
    }

    // The last knot that is not above x. Comparisons with NaN are false, so missing finds the first.
    private String search(String x, String knots, int columns, int room) {
        long[] starts = new long[columns];
        for (int column = 0; column < columns; column++) {
            starts[column] = (long) column * room;
        }
        String at = graph.constant(Tensors.longs(new long[] {1, columns}, starts));
        for (int stride = room / 2; stride > 0; stride /= 2) {
            String further = node("Add", at, graph.longs(stride));
            at = node("Where", node("GreaterOrEqual", x, node("Gather", knots, further)), further, at);
        }
        return at;
    }

    private String half(String x) {
        return node("Mul", x, graph.row(0.5));
    }

    private String quantile(String rank) {
        String low = graph.row(NormalQuantile.LEAST);
        String high = graph.row(1 - NormalQuantile.LEAST);
        String p = beyond(beyond(rank, "Less", low), "Greater", high);
        String distance = node("Sub", p, graph.row(0.5));
        String r = node("Sub", graph.row(NormalQuantile.MIDDLE_START), node("Mul", distance, distance));
        String middle = node("Mul", distance,
                node("Div", polynomial(NormalQuantile.MIDDLE_ABOVE, r), polynomial(NormalQuantile.MIDDLE_BELOW, r)));
        String other = node("Sub", graph.row(1), p);
        String nearest = node("Where", node("Less", p, other), p, other);
        String root = node("Sub", node("Sqrt", node("Neg", node("Log", nearest))), graph.row(NormalQuantile.TAIL_START));
        String tail = node("Mul", node("Sign", distance),
                node("Div", polynomial(NormalQuantile.TAIL_ABOVE, root), polynomial(NormalQuantile.TAIL_BELOW, root)));
        String inMiddle = node("LessOrEqual", node("Abs", distance), graph.row(NormalQuantile.MIDDLE));
        String made = node("Where", inMiddle, middle, tail);
        return node("Where", node("IsNaN", rank), rank, made);
    }

    private String polynomial(Numbers factors, String x) {
        String sum = graph.row(factors.get(factors.size() - 1));
        for (int i = factors.size() - 2; i >= 0; i--) {
            sum = node("Add", node("Mul", sum, x), graph.row(factors.get(i)));
        }
        return sum;
    }

    private String node(String operator, String... inputs) {
        return graph.node(operator, List.of(inputs));
    }
}
