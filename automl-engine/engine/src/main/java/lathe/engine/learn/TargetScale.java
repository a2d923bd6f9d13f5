package lathe.engine.learn;

import java.util.List;
import lathe.scoring.form.Link;

/// The scale a regression target is learnt on: as it is, or ln(1 + y).
///
/// The logarithm is taken only where it can help: no value below 0 and a long right tail (skewness above 1). Otherwise
/// the choice `log` is answered with the plain scale.
public record TargetScale(double[] values, Link link) {

    public static final SearchSpace.Choice CHOICE = new SearchSpace.Choice("target", List.of("plain", "log"), "plain");

    public static TargetScale of(Target target, String choice) {
        double[] values = target.toArray();
        if (!choice.equals("log") || !hasLongRightTail(values)) {
            return new TargetScale(values, Link.IDENTITY);
        }
        for (int row = 0; row < values.length; row++) {
            values[row] = Math.log1p(values[row]);
        }
        return new TargetScale(values, Link.EXPM1);
    }

    private static boolean hasLongRightTail(double[] values) {
        double mean = mean(values);
        double second = 0;
        double third = 0;
        for (double value : values) {
            if (value < 0) {
                return false;
            }
            double distance = value - mean;
            second += distance * distance;
            third += distance * distance * distance;
        }
        double deviation = Math.sqrt(second / values.length);
        return third / values.length > deviation * deviation * deviation;
    }

    public static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
