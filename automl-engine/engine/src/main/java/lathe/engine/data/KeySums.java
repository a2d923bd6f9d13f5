package lathe.engine.data;

import java.util.Arrays;
import lathe.scoring.NumberColumn;

/// Sum, mean and largest of a number for each key; `NaN` where there is none.
final class KeySums {

    private final double[] sums;
    private final double[] means;
    private final double[] largest;

    private KeySums(int keys) {
        sums = new double[keys];
        means = new double[keys];
        largest = new double[keys];
        Arrays.fill(largest, Double.NaN);
    }

    /// @param group number of the key of each row, -1 for none
    static KeySums of(NumberColumn numbers, int[] group, int keys) {
        KeySums made = new KeySums(keys);
        int[] counts = new int[keys];
        for (int row = 0; row < group.length; row++) {
            int key = group[row];
            double value = numbers.value(row);
            if (key >= 0 && !Double.isNaN(value)) {
                counts[key]++;
                made.sums[key] += value;
                made.largest[key] = counts[key] == 1 ? value : Math.max(made.largest[key], value);
            }
        }
        for (int key = 0; key < keys; key++) {
            boolean sound = counts[key] > 0 && Double.isFinite(made.sums[key]);
            made.means[key] = sound ? made.sums[key] / counts[key] : Double.NaN;
            made.sums[key] = sound ? made.sums[key] : Double.NaN;
        }
        return made;
    }

    double[] sums() {
        return sums;
    }

    double[] means() {
        return means;
    }

    double[] largest() {
        return largest;
    }
}
