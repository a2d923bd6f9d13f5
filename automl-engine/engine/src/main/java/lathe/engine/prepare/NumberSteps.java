package lathe.engine.prepare;

/// Steps for numbers. Their shared way from a number column to a feature is [#finish].
public final class NumberSteps {

    private static final double SKEWED = 2;
    private static final double FLAG_SHARE = 0.01;
    private static final double CUT = 0.001;
    private static final int ROWS_TO_CUT = 2000;
    private static final double TINY = 1e-6;

    private NumberSteps() { }

    /// Missing filled, long tails drawn in where needed, scaled for linear models; left as it is for trees.
    public record Plain() implements NumberStep {
        @Override
        public String id() {
            return "number";
        }

        @Override
        public String description() {
            return "Use the number, with missing cells filled and scaled where the learner needs it: right for most measured values.";
        }

        @Override
        public void fit(String name, NumberFacts facts, boolean forTrees, RecipeBuilder builder) {
            finish(name, facts, forTrees, builder);
        }
    }

    /// Always on the logarithm.
    public record Log() implements NumberStep {
        @Override
        public String id() {
            return "log";
        }

        @Override
        public String description() {
            return "Use the logarithm of the number, sign kept: for amounts that spread over orders of magnitude.";
        }

        @Override
        public void fit(String name, NumberFacts facts, boolean forTrees, RecipeBuilder builder) {
            if (facts.isConstant() || tiny(facts)) {
                finish(name, facts, forTrees, builder);
                return;
            }
            flag(name, name, facts, forTrees, builder);
            builder.log(name);
            feature(name, facts.map(NumberSteps::log), forTrees, builder);
        }
    }

    /// The number, and a 0/1 feature for each of its common values.
    public record Levels() implements NumberStep {
        @Override
        public String id() {
            return "number_levels";
        }

        @Override
        public String description() {
            return "Use the number, and a yes/no feature for each common value: for hours, months and other codes.";
        }

        @Override
        public void fit(String name, NumberFacts facts, boolean forTrees, RecipeBuilder builder) {
            CommonNumbers.flag(name, facts, builder);
            finish(name, facts, forTrees, builder);
        }
    }

    /// Takes a number column that stands in the frame to a feature: flag, log, clip, impute, scale as the learner needs.
    static void finish(String name, NumberFacts facts, boolean forTrees, RecipeBuilder builder) {
        flag(name, name, facts, forTrees, builder);
        finishUnflagged(name, facts, forTrees, builder);
    }

    /// A feature of its own for what is missing; trees see it in the number itself.
    static void flag(String name, String subject, NumberFacts facts, boolean forTrees, RecipeBuilder builder) {
        boolean some = facts.missing > 0 && facts.missing < facts.rows();
        if (some && !forTrees && facts.missing >= FLAG_SHARE * facts.rows()) {
            builder.flag(name, subject + " is missing");
        }
    }

    /// As [#finish], where another feature already tells what is missing.
    static void finishUnflagged(String name, NumberFacts facts, boolean forTrees, RecipeBuilder builder) {
        if (facts.saysNothing()) {
            return;
        }
        if (!forTrees && logHelps(facts)) {
            builder.log(name);
            feature(name, facts.map(NumberSteps::log), false, builder);
            return;
        }
        feature(name, facts, forTrees, builder);
    }

    // Where most rows hold one value, the logarithm sets all others apart from it and draws them together, but it is their
    // sizes that count: gains in 8 of 100 rows of a census, say.
    private static boolean logHelps(NumberFacts facts) {
        if (Double.isInfinite(facts.highest() - facts.lowest())) {
            return true;
        }
        return Math.abs(facts.skewness) > SKEWED && !tiny(facts) && facts.quantile(0.25) < facts.quantile(0.75)
                && Math.abs(facts.map(NumberSteps::log).skewness) < Math.abs(facts.skewness) / 2;
    }

    // ln(1 + x) is x for such numbers, and loses their digits.
    static boolean tiny(NumberFacts facts) {
        return Math.max(-facts.lowest(), facts.highest()) < TINY;
    }

    static void feature(String name, NumberFacts facts, boolean forTrees, RecipeBuilder builder) {
        if (forTrees || facts.isConstant()) {
            fill(name, facts, forTrees, builder);
            return;
        }
        // Beyond what training has seen a straight line says nonsense, so values stay within it.
        double cut = facts.sorted.length >= ROWS_TO_CUT ? CUT : 0;
        double low = facts.quantile(cut);
        double high = facts.quantile(1 - cut);
        if (low == high) {
            low = facts.lowest();
            high = facts.highest();
        }
        builder.clip(name, low, high);
        fill(name, facts.clipped(low, high), false, builder);
    }

    static void fill(String name, NumberFacts facts, boolean forTrees, RecipeBuilder builder) {
        if (forTrees) {
            if (!builder.keepsMissing()) {
                builder.impute(name, belowEverything(facts));
            }
            builder.feature(name);
            return;
        }
        double median = facts.quantile(0.5);
        NumberFacts whole = facts.filled(median);
        if (whole.deviation >= Double.MIN_NORMAL) {
            builder.impute(name, median);
            builder.scale(name, whole.mean, whole.deviation);
            builder.feature(name);
        }
    }

    // One split tells missing from present; far enough below to stay apart from numbers of any size.
    private static double belowEverything(NumberFacts facts) {
        double low = facts.lowest();
        double distance = Math.max(Math.max(1, Math.abs(low) * 1e-6), facts.highest() / 10 - low / 10);
        return Math.max(-Double.MAX_VALUE, low - distance);
    }

    private static double log(double value) {
        return Math.signum(value) * Math.log(1 + Math.abs(value));
    }
}
