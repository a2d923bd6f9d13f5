package lathe.engine.profile;

import lathe.engine.profile.NumberShape.Sorted;

/// Where the numbers of a column usually lie: so many robust standard deviations around the median, each side with its own
/// deviation, and farther out where the body already has a long tail.
///
/// A side's deviation is 1.4826 times the median distance of the values on that side (double MAD; B. Iglewicz, D. Hoaglin,
/// How to Detect and Handle Outliers, 1993). If the 90 % quantile says that the tail falls off slower than a normal one,
/// the tail is carried on as an exponential one to where one value in 200 such columns would lie.
record UsualRange(double low, double high) {

    private static final double NORMAL = 1.4826;
    private static final double LONG_TAIL = 2.15;
    private static final double COLUMNS = 200;

    static UsualRange of(Sorted sorted, double distance) {
        double median = sorted.quantile(0.5);
        double upper = reach(sorted.quantile(0.75) - median, sorted.quantile(0.9) - median, distance, sorted.size());
        double lower = reach(median - sorted.quantile(0.25), median - sorted.quantile(0.1), distance, sorted.size());
        // A side whose half is one value takes the deviation of the other.
        upper = upper > 0 ? upper : lower;
        lower = lower > 0 ? lower : upper;
        return new UsualRange(median - lower, median + upper);
    }

    private static double reach(double half, double tenth, double distance, int rows) {
        double near = distance * NORMAL * half;
        if (tenth <= LONG_TAIL * half) {
            return near;
        }
        return Math.max(near, tenth * Math.log(rows / 2.0 * COLUMNS) / Math.log(5));
    }

    boolean holds(double value) {
        return value >= low && value <= high;
    }

    UsualRange union(UsualRange other) {
        return new UsualRange(Math.min(low, other.low), Math.max(high, other.high));
    }

    UsualRange exp() {
        return new UsualRange(Math.exp(low), Math.exp(high));
    }
}
