package lathe.engine.prepare;

import java.util.Arrays;
import lathe.scoring.step.YeoJohnson;

/// A number to the power that makes it most like a bell (Yeo-Johnson, by the largest likelihood), as scikit-learn's
/// PowerTransformer. Trees see only order, so for them it stays as it is.
public record PowerStep() implements NumberStep {

    private static final int LOWEST = -9;
    private static final int HIGHEST = 11;
    private static final int MOST_ROWS = 20_000;
    private static final int NARROWINGS = 50;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    /// A power so near to the logarithm's would only lose digits.
    private static final double NEAR = 1e-7;
    private static final double LEAST_SPREAD = 1e-6;

    @Override
    public String id() {
        return "power";
    }

    @Override
    public String description() {
        return "Use the power of the number that makes it most like a bell (Yeo-Johnson): for skewed numbers, negative ones among them.";
    }

    @Override
    public void fit(String name, NumberFacts facts, boolean forTrees, RecipeBuilder builder) {
        if (forTrees || facts.isConstant() || NumberSteps.tiny(facts)) {
            NumberSteps.finish(name, facts, forTrees, builder);
            return;
        }
        double lambda = lambda(facts.sorted);
        double low = YeoJohnson.of(facts.lowest(), lambda);
        double high = YeoJohnson.of(facts.highest(), lambda);
        // Far from 0 a power may lose all digits that tell values apart.
        if (!(high - low >= LEAST_SPREAD * Math.max(Math.abs(low), Math.abs(high)) && high - low <= Double.MAX_VALUE)) {
            NumberSteps.finish(name, facts, false, builder);
            return;
        }
        NumberSteps.flag(name, name, facts, false, builder);
        builder.power(name, lambda);
        NumberSteps.feature(name, facts.map(value -> YeoJohnson.of(value, lambda)), false, builder);
    }

    /// The power of the largest likelihood within -9 and 11.
    ///
    /// @param sorted present values, rising, not all the same
    static double lambda(double[] sorted) {
        int count = Math.min(MOST_ROWS, sorted.length);
        double[] logs = new double[count];
        for (int i = 0; i < count; i++) {
            double value = sorted[(int) ((long) i * (sorted.length - 1) / (count - 1))];
            logs[i] = Math.copySign(Math.log1p(Math.abs(value)), value);
        }
        double sum = Arrays.stream(logs).sum();
        int best = LOWEST;
        double most = Double.NEGATIVE_INFINITY;
        for (int lambda = LOWEST; lambda <= HIGHEST; lambda++) {
            double likelihood = likelihood(logs, sum, lambda);
            if (likelihood > most) {
                most = likelihood;
                best = lambda;
            }
        }
        double lambda = narrowed(logs, sum, best);
        return Math.abs(lambda) < NEAR ? 0 : Math.abs(lambda - 2) < NEAR ? 2 : lambda;
    }

    // Golden section within the whole numbers next to the best one.
    private static double narrowed(double[] logs, double sum, int best) {
        double low = best - 1.0;
        double high = best + 1.0;
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double ofLeft = likelihood(logs, sum, left);
        double ofRight = likelihood(logs, sum, right);
        for (int i = 0; i < NARROWINGS; i++) {
            if (ofLeft >= ofRight) {
                high = right;
                right = left;
                ofRight = ofLeft;
                left = high - GOLDEN * (high - low);
                ofLeft = likelihood(logs, sum, left);
            } else {
                low = left;
                left = right;
                ofLeft = ofRight;
                right = low + GOLDEN * (high - low);
                ofRight = likelihood(logs, sum, right);
            }
        }
        return Math.clamp((low + high) / 2, LOWEST, HIGHEST);
    }

    // Of all values beside the middle one, whose power is set aside, so that neither huge nor equal-looking powers cost digits.
    private static double likelihood(double[] logs, double sum, double lambda) {
        boolean mixed = logs[0] < 0 && logs[logs.length - 1] > 0;
        double middle = mixed ? 0 : Math.abs(logs[0] + logs[logs.length - 1]) / 2;
        double[] powers = new double[logs.length];
        for (int i = 0; i < powers.length; i++) {
            double distance = Math.abs(logs[i]) - middle;
            boolean below = logs[mixed ? i : 0] < 0;
            double power = below ? 2 - lambda : lambda;
            double grown = power == 0 ? distance : Math.expm1(power * distance) / power;
            powers[i] = below ? -grown : grown;
        }
        double aside = 2 * middle * (logs[0] < 0 ? 2 - lambda : lambda);
        double variance = variance(powers);
        if (!(variance > 0 && variance <= Double.MAX_VALUE)) {
            return Double.NEGATIVE_INFINITY;
        }
        return -logs.length / 2.0 * (Math.log(variance) + aside) + (lambda - 1) * sum;
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).sum() / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares / values.length;
    }
}
