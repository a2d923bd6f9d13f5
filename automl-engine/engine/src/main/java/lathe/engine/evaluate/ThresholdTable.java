package lathe.engine.evaluate;

import java.util.Arrays;
import lathe.engine.learn.Target;
import lathe.scoring.Predictions;
import lathe.scoring.Task;

/// The confusion table of a binary task at any threshold, found without walking the rows again.
public final class ThresholdTable {

    private final int positive;
    private final double[] ofPositives;
    private final double[] ofOthers;

    private ThresholdTable(int positive, double[] ofPositives, double[] ofOthers) {
        this.positive = positive;
        this.ofPositives = ofPositives;
        this.ofOthers = ofOthers;
    }

    /// Sorts the rows once.
    public static ThresholdTable of(Target truth, Predictions predictions, int positive) {
        Shapes.requireRows(truth, predictions);
        if (truth.task() != Task.BINARY || positive != 0 && positive != 1) {
            throw new IllegalArgumentException("a threshold belongs to a binary task, was %s with positive class %d"
                    .formatted(truth.task(), positive));
        }
        double[] ofPositives = new double[truth.rows()];
        double[] ofOthers = new double[truth.rows()];
        int found = 0;
        for (int row = 0; row < truth.rows(); row++) {
            double probability = predictions.at(row, positive);
            if (truth.classIndex(row) == positive) {
                ofPositives[found++] = probability;
            } else {
                ofOthers[row - found] = probability;
            }
        }
        ofPositives = Arrays.copyOf(ofPositives, found);
        ofOthers = Arrays.copyOf(ofOthers, truth.rows() - found);
        Arrays.sort(ofPositives);
        Arrays.sort(ofOthers);
        return new ThresholdTable(positive, ofPositives, ofOthers);
    }

    /// The same as [ConfusionTable#of] at this threshold.
    public ConfusionTable at(double threshold) {
        int other = 1 - positive;
        long[] cells = new long[4];
        int missed = below(ofPositives, threshold);
        int spared = below(ofOthers, threshold);
        cells[2 * positive + positive] = (long) ofPositives.length - missed;
        cells[2 * positive + other] = missed;
        cells[2 * other + positive] = (long) ofOthers.length - spared;
        cells[2 * other + other] = spared;
        return new ConfusionTable(2, cells);
    }

    private static int below(double[] sorted, double threshold) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < threshold) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
