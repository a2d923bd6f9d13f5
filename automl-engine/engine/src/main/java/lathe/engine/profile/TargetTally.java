package lathe.engine.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Counts rows per bar, and what the target is in each.
final class TargetTally {

    private final Optional<TargetView> target;
    private final int[] place;
    private final int shown;
    private final int[] rows;
    private final double[] known;
    private final double[][] sums;

    /// @param shown codes of the classes that are told, in order; empty for a number target
    TargetTally(int bars, Optional<TargetView> target, int[] shown) {
        this.target = target;
        this.shown = target.map(each -> each.isNumber() ? 1 : shown.length).orElse(0);
        this.place = new int[target.map(each -> each.classes().size()).orElse(0)];
        Arrays.fill(place, -1);
        for (int i = 0; i < shown.length; i++) {
            place[shown[i]] = i;
        }
        this.rows = new int[bars];
        this.known = new double[bars];
        this.sums = new double[bars][this.shown];
    }

    void add(int bar, int row) {
        rows[bar]++;
        if (target.isEmpty() || target.get().isMissing(row)) {
            return;
        }
        known[bar]++;
        if (target.get().isNumber()) {
            // The running mean, so that large values do not overflow.
            sums[bar][0] += (target.get().value(row) - sums[bar][0]) / known[bar];
        } else if (place[target.get().code(row)] >= 0) {
            sums[bar][place[target.get().code(row)]]++;
        }
    }

    ChartBin bin(int bar, String label, double low, double high) {
        List<Double> means = new ArrayList<>();
        if (known[bar] > 0) {
            boolean number = target.isPresent() && target.get().isNumber();
            for (int i = 0; i < shown; i++) {
                means.add(number ? sums[bar][i] : sums[bar][i] / known[bar]);
            }
        }
        return new ChartBin(label, low, high, rows[bar], means);
    }
}
