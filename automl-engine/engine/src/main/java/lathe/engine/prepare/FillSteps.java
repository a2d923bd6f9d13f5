package lathe.engine.prepare;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// Steps for numbers that leave the shape of the column alone.
public final class FillSteps {

    private FillSteps() { }

    /// Missing filled with the mean, and told by a feature of its own.
    public record Mean() implements NumberStep {
        @Override
        public String id() {
            return "mean";
        }

        @Override
        public String description() {
            return "Use the number with missing cells filled by the mean, and a yes/no feature for missing: for even, bell-shaped numbers.";
        }

        @Override
        public void fit(String name, NumberFacts facts, boolean forTrees, RecipeBuilder builder) {
            flagged(name, facts, each -> each.mean, forTrees, builder);
        }
    }

    /// Scaled to mean 0 and deviation 1, with neither a logarithm nor its tails cut.
    public record Standard() implements NumberStep {
        @Override
        public String id() {
            return "standard";
        }

        @Override
        public String description() {
            return "Use the number as it is, only scaled to mean 0 and deviation 1: where far-out values are real and matter.";
        }

        @Override
        public void fit(String name, NumberFacts facts, boolean forTrees, RecipeBuilder builder) {
            if (forTrees || facts.isConstant()) {
                NumberSteps.finish(name, facts, forTrees, builder);
                return;
            }
            NumberSteps.flag(name, name, facts, false, builder);
            feature(name, facts, facts.quantile(0.5), false, builder);
        }
    }

    /// Missing filled with the median, and always told by a feature of its own.
    public record Median() implements NumberStep {
        @Override
        public String id() {
            return "median";
        }

        @Override
        public String description() {
            return "Use the number with missing cells filled by the median, and a yes/no feature for missing whatever the learner: where a gap itself tells.";
        }

        @Override
        public void fit(String name, NumberFacts facts, boolean forTrees, RecipeBuilder builder) {
            flagged(name, facts, each -> each.between(0.5), forTrees, builder);
        }
    }

    /// Missing is 0.
    public record Zero() implements NumberStep {
        @Override
        public String id() {
            return "zero";
        }

        @Override
        public String description() {
            return "Use the number with 0 for missing cells: for counts and amounts, where an empty cell means none.";
        }

        @Override
        public void fit(String name, NumberFacts facts, boolean forTrees, RecipeBuilder builder) {
            if (!facts.filled(0).isConstant()) {
                feature(name, facts, 0, forTrees, builder);
            }
        }
    }

    /// Missing is a number a person gives.
    ///
    /// @param value that number
    public record Constant(double value) implements NumberStep {

        private static final double FAR = 1e15;
        private static final StepParameter VALUE = StepParameter.number("value", -FAR, FAR, "0", "Number that stands in missing cells.");

        /// As it is usual.
        public Constant() {
            this(VALUE.number(StepWish.of("constant")));
        }

        @Override
        public String id() {
            return "constant";
        }

        @Override
        public String description() {
            return "Use the number with one you give in missing cells: where an empty cell has a known meaning, such as a usual fee.";
        }

        @Override
        public List<StepParameter> parameters() {
            return List.of(VALUE);
        }

        @Override
        public Step with(StepWish wish) {
            return new Constant(VALUE.number(wish));
        }

        @Override
        public void fit(String name, NumberFacts facts, boolean forTrees, RecipeBuilder builder) {
            if (!facts.filled(value).isConstant()) {
                feature(name, facts, value, forTrees, builder);
            }
        }
    }

    /// Scaled by median and quartiles, with neither a logarithm nor its tails cut; scikit-learn's RobustScaler.
    public record Robust() implements NumberStep {
        @Override
        public String id() {
            return "robust";
        }

        @Override
        public String description() {
            return "Use the number scaled by its median and quartiles: where a few huge values would squeeze all others together.";
        }

        @Override
        public void fit(String name, NumberFacts facts, boolean forTrees, RecipeBuilder builder) {
            if (forTrees || facts.isConstant() || !canBeScaled(facts)) {
                NumberSteps.finish(name, facts, forTrees, builder);
                return;
            }
            double median = facts.between(0.5);
            NumberSteps.flag(name, name, facts, false, builder);
            builder.clip(name, facts.lowest(), facts.highest());
            builder.impute(name, median);
            builder.scale(name, median, width(facts));
            builder.feature(name);
        }

        private static boolean canBeScaled(NumberFacts facts) {
            double median = facts.between(0.5);
            double width = width(facts);
            return width >= Double.MIN_NORMAL && width <= Double.MAX_VALUE && Double.isFinite((facts.highest() - median) / width)
                    && Double.isFinite((median - facts.lowest()) / width);
        }

        // Where half of the rows hold one value, the quartiles may be the same.
        private static double width(NumberFacts facts) {
            double width = facts.between(0.75) - facts.between(0.25);
            return width < Double.MIN_NORMAL ? facts.deviation : width;
        }
    }

    // What is missing is told whatever the learner, trees included.
    private static void flagged(String name, NumberFacts facts, ToDoubleFunction<NumberFacts> fill, boolean forTrees, RecipeBuilder builder) {
        if (facts.saysNothing()) {
            return;
        }
        if (facts.missing > 0) {
            builder.flag(name, name + " is missing");
        }
        if (!facts.isConstant()) {
            feature(name, facts, fill.applyAsDouble(facts), forTrees, builder);
        }
    }

    private static void feature(String name, NumberFacts facts, double fill, boolean forTrees, RecipeBuilder builder) {
        NumberFacts whole = facts.filled(fill);
        if (forTrees) {
            builder.impute(name, fill);
            builder.feature(name);
        } else if (whole.deviation >= Double.MIN_NORMAL) {
            // Beyond what training has seen a straight line says nonsense.
            builder.clip(name, facts.lowest(), facts.highest());
            builder.impute(name, fill);
            builder.scale(name, whole.mean, whole.deviation);
            builder.feature(name);
        }
    }
}
