package lathe.engine.prepare;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import lathe.scoring.step.Bins;
import lathe.scoring.step.NumberLevels;
import lathe.scoring.step.Numbers;

/// The range a number falls in, of ranges with as many training rows each: its number for trees, a 0/1 feature for each
/// range otherwise. Edges are those of scikit-learn's KBinsDiscretizer with quantiles ("averaged_inverted_cdf").
///
/// @param count how many ranges
public record BinsStep(int count) implements NumberStep {

    private static final StepParameter COUNT = StepParameter.whole("count", 2, 100, "10", "How many ranges.");
    private static final int DIGITS = 6;
    private static final double LEAST_PLAIN = 1e-4;
    private static final double MOST_PLAIN = 1e15;

    /// As it is usual.
    public BinsStep() {
        this(COUNT.whole(StepWish.of("bins")));
    }

    @Override
    public String id() {
        return "bins";
    }

    @Override
    public List<StepParameter> parameters() {
        return List.of(COUNT);
    }

    @Override
    public Step with(StepWish wish) {
        return new BinsStep(COUNT.whole(wish));
    }

    @Override
    public String description() {
        return "Use only which of some ranges (ten, or as many as you say) with as many rows each the number falls in: where the answer goes in steps, or wild cells disturb.";
    }

    @Override
    public void fit(String name, NumberFacts facts, boolean forTrees, RecipeBuilder builder) {
        double[] edges = facts.isConstant() ? new double[0] : edges(facts.sorted, count);
        if (edges.length == 0) {
            NumberSteps.finish(name, facts, forTrees, builder);
            return;
        }
        Bins bins = new Bins(name, Numbers.of(edges), builder.name(name + " range"));
        builder.textStep(bins);
        if (forTrees) {
            NumberSteps.finish(bins.output(), facts.map(bins::at), true, builder);
            return;
        }
        NumberSteps.flag(name, name, facts, false, builder);
        // Of two ranges one says it all.
        int[] ranges = IntStream.rangeClosed(edges.length == 1 ? 1 : 0, edges.length).toArray();
        List<String> outputs = IntStream.of(ranges).mapToObj(range -> builder.name(name + " " + title(edges, range))).toList();
        builder.textStep(new NumberLevels(Collections.nCopies(ranges.length, bins.output()),
                Numbers.of(IntStream.of(ranges).asDoubleStream().toArray()), outputs));
        outputs.forEach(builder::feature);
    }

    /// Where ranges begin, the first one left out.
    ///
    /// @param sorted present values, rising
    /// @param count  how many ranges are wanted
    static double[] edges(double[] sorted, int count) {
        List<Double> edges = new ArrayList<>();
        double last = sorted[0];
        for (int i = 1; i < count; i++) {
            long place = (long) sorted.length * i;
            int above = (int) (place / count);
            double edge = place % count == 0 ? sorted[above - 1] / 2 + sorted[above] / 2 : sorted[above];
            if (edge > last && edge < sorted[sorted.length - 1]) {
                edges.add(edge);
                last = edge;
            }
        }
        return edges.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static String title(double[] edges, int range) {
        if (range == 0) {
            return "below " + title(edges[0]);
        }
        return range == edges.length ? "from " + title(edges[range - 1]) : title(edges[range - 1]) + " to " + title(edges[range]);
    }

    private static String title(double edge) {
        BigDecimal rounded = new BigDecimal(edge).round(new MathContext(DIGITS)).stripTrailingZeros();
        double size = Math.abs(edge);
        return edge == 0 || size >= LEAST_PLAIN && size < MOST_PLAIN ? rounded.toPlainString() : rounded.toString();
    }
}
