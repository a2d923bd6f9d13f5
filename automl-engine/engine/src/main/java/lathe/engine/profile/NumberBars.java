package lathe.engine.profile;

import java.util.Arrays;

/// Where the bars of a number column begin and end: one bar for each number if there are few whole ones, otherwise round
/// steps over where nearly all rows lie, the outermost bars taking in what lies further out.
///
/// @param lows   lower ends, ascending
/// @param highs  upper ends
/// @param single whether each bar stands for one number
record NumberBars(double[] lows, double[] highs, boolean single) {

    private static final int MOST_SINGLE = 24;
    private static final int AIM = 20;
    private static final double TAIL = 0.005;

    /// @param values may hold `NaN`
    static NumberBars of(double[] values) {
        double[] sorted = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
        if (sorted.length == 0) {
            return new NumberBars(new double[0], new double[0], true);
        }
        double[] few = Arrays.stream(sorted).distinct().limit(MOST_SINGLE + 1L).toArray();
        if (few.length <= MOST_SINGLE && Arrays.stream(few).allMatch(value -> value == Math.rint(value)) || few.length < 3) {
            return new NumberBars(few, few, true);
        }
        double low = sorted[(int) (TAIL * (sorted.length - 1))];
        double high = sorted[(int) Math.ceil((1 - TAIL) * (sorted.length - 1))];
        double min = sorted[0];
        double max = sorted[sorted.length - 1];
        // Short tails get bars of their own.
        boolean longTails = max - min > 1.5 * (high - low) && high > low;
        return steps(longTails ? low : min, longTails ? high : max, min, max);
    }

    private static NumberBars steps(double from, double to, double min, double max) {
        double step = round((to - from) / AIM);
        double first = Math.floor(from / step) * step;
        int bars = (int) Math.max(1, Math.ceil((to - first) / step));
        double[] lows = new double[bars];
        double[] highs = new double[bars];
        for (int bar = 0; bar < bars; bar++) {
            // Multiples of the step, not sums of it, so that 0.3 is 0.3.
            lows[bar] = (Math.rint(first / step) + bar) * step;
            highs[bar] = (Math.rint(first / step) + bar + 1) * step;
        }
        lows[0] = Math.min(lows[0], min);
        highs[bars - 1] = Math.max(highs[bars - 1], max);
        return new NumberBars(lows, highs, false);
    }

    /// The least of 1, 2, 5 times a power of ten that is not smaller.
    private static double round(double width) {
        double power = Math.pow(10, Math.floor(Math.log10(width)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= width * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    int count() {
        return lows.length;
    }

    /// The bar of a value that was among those the bars were made for.
    int bar(double value) {
        int at = Arrays.binarySearch(lows, value);
        return at >= 0 ? at : Math.max(0, -at - 2);
    }
}
