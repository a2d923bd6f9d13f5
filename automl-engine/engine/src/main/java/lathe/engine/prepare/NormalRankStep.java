package lathe.engine.prepare;

import java.util.ArrayList;
import java.util.List;
import lathe.scoring.step.NormalRank;
import lathe.scoring.step.Numbers;

/// A number by its rank among the training rows, spread as a normal distribution is: whatever its shape, for linear models and
/// networks it becomes a bell. Trees see only order, so for them it stays as it is.
public final class NormalRankStep implements NumberStep {

    private static final int MOST_KNOTS = 1000;

    @Override
    public String id() {
        return "normal_rank";
    }

    @Override
    public String description() {
        return "Use the rank of the number, spread as a bell: where numbers are skewed or lumped and only their order is sure.";
    }

    @Override
    public void fit(String name, NumberFacts facts, boolean forTrees, RecipeBuilder builder) {
        if (forTrees || facts.isConstant() || facts.highest() / 2 - facts.lowest() / 2 == 0) {
            NumberSteps.finish(name, facts, forTrees, builder);
            return;
        }
        NumberSteps.flag(name, name, facts, false, builder);
        ranked(name, facts, builder);
    }

    /// The feature without its flag.
    static void ranked(String name, NumberFacts facts, RecipeBuilder builder) {
        NormalRank ranks = ranks(name, facts.sorted);
        builder.rank(ranks);
        NumberSteps.feature(name, facts.map(value -> ranks.at(0, value)), false, builder);
    }

    /// Ranks at evenly spaced quantiles, each once.
    ///
    /// @param sorted present numbers, rising, not all the same
    static NormalRank ranks(String name, double[] sorted) {
        int count = Math.min(MOST_KNOTS, sorted.length);
        List<Double> knots = new ArrayList<>();
        List<Double> belows = new ArrayList<>();
        List<Double> aboves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double share = i / (double) (count - 1);
            double knot = i == count - 1 ? sorted[sorted.length - 1] : NumberFacts.between(sorted, share);
            if (!knots.isEmpty() && !(knot / 2 - knots.getLast() / 2 > 0)) {
                aboves.set(aboves.size() - 1, share);
            } else {
                knots.add(knot);
                belows.add(share);
                aboves.add(share);
            }
        }
        return new NormalRank(List.of(name), List.of(numbers(knots)), List.of(numbers(belows)), List.of(numbers(aboves)));
    }

    private static Numbers numbers(List<Double> values) {
        return Numbers.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
