package lathe.engine.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Order statistics of the values of a number column that are not missing.
///
/// @param sorted ascending
/// @param tops   the values that occur most often, the commonest first
/// @param distinct different values
/// @param effective how many equally common values would meet as often
record NumberShape(Sorted sorted, List<Top> tops, int distinct, double effective) {

    private static final int TOPS = 5;

    NumberShape {
        tops = List.copyOf(tops);
    }

    /// A value and its rows.
    record Top(double value, int rows) { }

    /// Sorted numbers; not a copy.
    static final class Sorted {

        private final double[] values;

        Sorted(double[] values) {
            this.values = values;
        }

        int size() {
            return values.length;
        }

        double get(int place) {
            return values[place];
        }

        double quantile(double share) {
            double at = share * (values.length - 1);
            int below = (int) at;
            int above = Math.min(below + 1, values.length - 1);
            return values[below] + (at - below) * (values[above] - values[below]);
        }

        /// Numbers in `[low, high)`.
        int between(double low, double high) {
            return place(high) - place(low);
        }

        private int place(double bound) {
            int at = Arrays.binarySearch(values, bound);
            if (at < 0) {
                return -at - 1;
            }
            while (at > 0 && values[at - 1] == bound) {
                at--;
            }
            return at;
        }

        Sorted without(double value) {
            return new Sorted(Arrays.stream(values).filter(each -> each != value).toArray());
        }

        Sorted log() {
            return new Sorted(Arrays.stream(values).filter(each -> each > 0).map(Math::log).toArray());
        }
    }

    static NumberShape of(double[] values) {
        double[] sorted = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
        List<Top> tops = new ArrayList<>();
        int distinct = 0;
        double squares = 0;
        for (int start = 0; start < sorted.length;) {
            int end = start;
            while (end < sorted.length && sorted[end] == sorted[start]) {
                end++;
            }
            distinct++;
            squares += (double) (end - start) * (end - start);
            if (tops.size() < TOPS || tops.getLast().rows() < end - start) {
                insert(tops, new Top(sorted[start] + 0.0, end - start));
            }
            start = end;
        }
        return new NumberShape(new Sorted(sorted), tops, distinct,
                sorted.length == 0 ? 1 : (double) sorted.length * sorted.length / squares);
    }

    private static void insert(List<Top> tops, Top top) {
        int at = tops.size();
        while (at > 0 && tops.get(at - 1).rows() < top.rows()) {
            at--;
        }
        tops.add(at, top);
        if (tops.size() > TOPS) {
            tops.removeLast();
        }
    }

    int size() {
        return sorted.size();
    }

    double quantile(double share) {
        return sorted.quantile(share);
    }

    double lowest() {
        return sorted.get(0);
    }

    double highest() {
        return sorted.get(sorted.size() - 1);
    }
}
