package lathe.engine.prepare;

import java.util.Arrays;

/// What the present values of a number column say. Built once per column and fold.
final class NumberFacts {

    final int missing;
    final double[] sorted;
    final double mean;
    final double deviation;
    final double skewness;

    NumberFacts(double[] values) {
        sorted = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
        missing = values.length - sorted.length;
        double sum = 0;
        for (double value : sorted) {
            sum += value;
        }
        mean = sorted.length == 0 ? 0 : sum / sorted.length;
        double squares = 0;
        double cubes = 0;
        for (double value : sorted) {
            double distance = value - mean;
            squares += distance * distance;
            cubes += distance * distance * distance;
        }
        int n = Math.max(1, sorted.length);
        deviation = Math.sqrt(squares / n);
        skewness = deviation == 0 ? 0 : cubes / n / (deviation * deviation * deviation);
    }

    boolean isConstant() {
        return sorted.length == 0 || sorted[0] == sorted[sorted.length - 1];
    }

    /// @param share in [0, 1]
    double quantile(double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
