package lathe.engine.prepare;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/// What the present values of a number column say. Sorted once per column and fold; what a rising function makes of the
/// column is told from the sorted values, without sorting again.
final class NumberFacts {

    final int missing;
    /// Present values, rising.
    final double[] sorted;
    final double mean;
    /// Of the whole, not of a sample: divided by n.
    final double deviation;
    final double skewness;

    private NumberFacts(double[] sorted, int missing) {
        this.sorted = sorted;
        this.missing = missing;
        // A power of two as unit costs no digit and keeps squares and cubes from overflowing.
        double unit = isConstant() ? 1 : Math.scalb(1.0, Math.getExponent(largest()));
        int n = Math.max(1, sorted.length);
        double sum = 0;
        for (double value : sorted) {
            sum += value / unit;
        }
        double center = sum / n;
        double squares = 0;
        double cubes = 0;
        for (double value : sorted) {
            double distance = value / unit - center;
            squares += distance * distance;
            cubes += distance * distance * distance;
        }
        double spread = isConstant() ? 0 : Math.sqrt(squares / n);
        mean = isConstant() && sorted.length > 0 ? sorted[0] : center * unit;
        deviation = spread * unit;
        skewness = spread == 0 ? 0 : cubes / n / (spread * spread * spread);
    }

    static NumberFacts of(double[] values) {
        double[] present = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        Arrays.sort(present);
        return new NumberFacts(present, values.length - present.length);
    }

    /// Facts of the column after a function that never falls.
    NumberFacts map(DoubleUnaryOperator rising) {
        return new NumberFacts(Arrays.stream(sorted).map(rising).toArray(), missing);
    }

    NumberFacts clipped(double low, double high) {
        return map(value -> Math.min(Math.max(value, low), high));
    }

    /// Facts of the column with a number in every missing cell.
    NumberFacts filled(double fill) {
        if (missing == 0) {
            return this;
        }
        double[] whole = Arrays.copyOf(sorted, sorted.length + missing);
        Arrays.fill(whole, sorted.length, whole.length, fill);
        Arrays.sort(whole);
        return new NumberFacts(whole, 0);
    }

    int rows() {
        return sorted.length + missing;
    }

    boolean isConstant() {
        return sorted.length == 0 || sorted[0] == sorted[sorted.length - 1];
    }

    /// Whether every cell says the same, missing counted as an answer.
    boolean saysNothing() {
        return isConstant() && (missing == 0 || sorted.length == 0);
    }

    double lowest() {
        return sorted[0];
    }

    double highest() {
        return sorted[sorted.length - 1];
    }

    /// The nearest present value.
    ///
    /// @param share in [0, 1]
    double quantile(double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    /// Between the present values next to it: NumPy's "linear", from the nearer one.
    ///
    /// @param share in [0, 1]
    double between(double share) {
        return between(sorted, share);
    }

    /// As [#between(double)].
    ///
    /// @param sorted rising, not empty
    static double between(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int low = (int) place;
        double left = sorted[low];
        double right = sorted[Math.min(low + 1, sorted.length - 1)];
        double way = place - low;
        double distance = right - left;
        if (Double.isInfinite(distance)) {
            return left * (1 - way) + right * way;
        }
        return way < 0.5 ? left + distance * way : right - distance * (1 - way);
    }

    private double largest() {
        return Math.max(Math.abs(lowest()), Math.abs(highest()));
    }
}
