package lathe.engine.prepare;

import java.util.Arrays;
import lathe.scoring.FieldType;

/// Steps for numbers. Their shared way from a number column to a feature is [#finish].
public final class NumberSteps {

    private static final double SKEWED = 2;
    private static final double FLAG_SHARE = 0.01;

    private NumberSteps() { }

    /// Missing filled, long tails drawn in where needed, scaled for linear models; left as it is for trees.
    public record Plain() implements Step {
        @Override
        public String id() {
            return "number";
        }

        @Override
        public String description() {
            return "Use the number; fill missing cells, and scale it where the learner needs that.";
        }

        @Override
        public boolean accepts(FieldType type) {
            return type == FieldType.NUMBER;
        }

        @Override
        public void fit(ColumnAtHand column, RecipeBuilder builder) {
            finish(column.field().name(), column.numbers(), column.forTrees(), builder);
        }
    }

    /// Always on the logarithm.
    public record Log() implements Step {
        @Override
        public String id() {
            return "log";
        }

        @Override
        public String description() {
            return "Use the logarithm of the number, sign kept: for amounts that spread over orders of magnitude.";
        }

        @Override
        public boolean accepts(FieldType type) {
            return type == FieldType.NUMBER;
        }

        @Override
        public void fit(ColumnAtHand column, RecipeBuilder builder) {
            if (new NumberFacts(column.numbers()).isConstant()) {
                return;
            }
            String name = column.field().name();
            builder.log(name);
            finishLogged(name, logged(column.numbers()), column.forTrees(), builder);
        }
    }

    /// Outliers moved to the 1 % and 99 % quantiles.
    public record Clipped() implements Step {
        @Override
        public String id() {
            return "clip";
        }

        @Override
        public String description() {
            return "Use the number, with the lowest and highest 1 % moved to the nearest usual value.";
        }

        @Override
        public boolean accepts(FieldType type) {
            return type == FieldType.NUMBER;
        }

        @Override
        public void fit(ColumnAtHand column, RecipeBuilder builder) {
            NumberFacts facts = new NumberFacts(column.numbers());
            if (facts.isConstant()) {
                return;
            }
            String name = column.field().name();
            double low = facts.quantile(0.01);
            double high = facts.quantile(0.99);
            builder.clip(name, low, high);
            double[] clipped = clipped(column.numbers(), low, high);
            fillAndScale(name, clipped, column.forTrees(), builder);
        }
    }

    /// Takes a number column that stands in the frame to a feature: flags, log, clip, impute, scale as the learner needs.
    static void finish(String name, double[] values, boolean forTrees, RecipeBuilder builder) {
        NumberFacts facts = new NumberFacts(values);
        if (facts.isConstant() && (facts.missing == 0 || facts.sorted.length == 0)) {
            return;   // nothing to learn from
        }
        if (!forTrees && Math.abs(facts.skewness) > SKEWED) {
            double[] logged = logged(values);
            if (Math.abs(new NumberFacts(logged).skewness) < Math.abs(facts.skewness) / 2) {
                builder.log(name);
                finishLogged(name, logged, false, builder);
                return;
            }
        }
        finishLogged(name, values, forTrees, builder);
    }

    private static void finishLogged(String name, double[] values, boolean forTrees, RecipeBuilder builder) {
        if (forTrees) {
            fillAndScale(name, values, true, builder);
            return;
        }
        NumberFacts facts = new NumberFacts(values);
        // Beyond what training has seen a straight line says nonsense, so values stay within it.
        double cut = facts.sorted.length >= 2000 ? 0.001 : 0;
        double low = facts.quantile(cut);
        double high = facts.quantile(1 - cut);
        if (low == high) {
            low = facts.sorted[0];
            high = facts.sorted[facts.sorted.length - 1];
        }
        builder.clip(name, low, high);
        fillAndScale(name, clipped(values, low, high), false, builder);
    }

    private static void fillAndScale(String name, double[] values, boolean forTrees, RecipeBuilder builder) {
        NumberFacts facts = new NumberFacts(values);
        if (forTrees) {
            // Below everything seen: one split tells missing from present.
            double span = facts.sorted[facts.sorted.length - 1] - facts.sorted[0];
            builder.impute(name, facts.sorted[0] - Math.max(1, span / 10));
            builder.feature(name);
            return;
        }
        if (facts.missing >= FLAG_SHARE * values.length && facts.missing > 0) {
            String flag = builder.name(name + " is missing");
            builder.flag(name, flag);
            builder.feature(flag);
        }
        double fill = facts.quantile(0.5);
        builder.impute(name, fill);
        double[] filled = Arrays.stream(values).map(value -> Double.isNaN(value) ? fill : value).toArray();
        NumberFacts whole = new NumberFacts(filled);
        if (whole.deviation > 0) {
            builder.scale(name, whole.mean, whole.deviation);
            builder.feature(name);
        }
    }

    private static double[] logged(double[] values) {
        return Arrays.stream(values).map(value -> Math.signum(value) * Math.log(1 + Math.abs(value))).toArray();
    }

    private static double[] clipped(double[] values, double low, double high) {
        return Arrays.stream(values)
                .map(value -> Double.isNaN(value) ? value : Math.min(Math.max(value, low), high)).toArray();
    }
}
