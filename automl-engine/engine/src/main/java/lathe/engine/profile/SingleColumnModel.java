package lathe.engine.profile;

import java.util.Arrays;
import java.util.stream.IntStream;

/// How well one column alone foretells the target: learnt per bin on one half of the rows, judged on the other.
///
/// Classes: the area under the ROC curve, for more than two classes the mean over one class against the rest, weighted by
/// class size, over the 20 largest. Numbers: R2 of the bin means, for number columns of a line in each bin.
final class SingleColumnModel {

    private static final int FEWEST = 20;
    private static final int MOST_CLASSES = 20;

    private final ColumnBins bins;
    private final TargetView target;
    private final boolean[] train;
    private final boolean presentOnly;

    /// @param train       rows learnt from; the others are judged
    /// @param presentOnly whether rows that miss the column are left out
    SingleColumnModel(ColumnBins bins, TargetView target, boolean[] train, boolean presentOnly) {
        this.bins = bins;
        this.target = target;
        this.train = train;
        this.presentOnly = presentOnly;
    }

    private boolean isOut(int row) {
        return target.isMissing(row) || presentOnly && bins.bin(row) == ColumnBins.MISSING;
    }

    /// The strength; `NaN` if there are too few rows to tell.
    double strength() {
        return target.isNumber() ? rSquared() : meanAuc();
    }

    private double meanAuc() {
        int[] counts = target.counts();
        double sum = 0;
        long weight = 0;
        int classes = (int) Arrays.stream(counts).filter(count -> count > 0).count();
        int[] largest = IntStream.range(0, counts.length).boxed()
                .sorted((a, b) -> Integer.compare(counts[b], counts[a])).limit(MOST_CLASSES).mapToInt(code -> code).toArray();
        for (int code : largest) {
            double auc = counts[code] < FEWEST ? Double.NaN : auc(code);
            if (!Double.isNaN(auc)) {
                sum += counts[code] * auc;
                weight += counts[code];
            }
            if (classes == 2 && weight > 0) {
                break;
            }
        }
        return weight == 0 ? Double.NaN : sum / weight;
    }

    private double auc(int code) {
        double[] hits = new double[bins.count()];
        double[] rows = new double[bins.count()];
        long[] positives = new long[bins.count()];
        long[] negatives = new long[bins.count()];
        double share = learn(code, hits, rows, positives, negatives);
        Integer[] order = new Integer[bins.count()];
        double[] score = new double[order.length];
        for (int bin = 0; bin < order.length; bin++) {
            order[bin] = bin;
            score[bin] = (hits[bin] + share) / (rows[bin] + 1);
        }
        Arrays.sort(order, (a, b) -> Double.compare(score[a], score[b]));
        return area(order, score, positives, negatives);
    }

    /// Share of the class among the training rows.
    private double learn(int code, double[] hits, double[] rows, long[] positives, long[] negatives) {
        double all = 0;
        double hit = 0;
        for (int row = 0; row < train.length; row++) {
            if (isOut(row)) {
                continue;
            }
            int bin = bins.bin(row);
            boolean positive = target.code(row) == code;
            if (train[row]) {
                rows[bin]++;
                all++;
                hits[bin] += positive ? 1 : 0;
                hit += positive ? 1 : 0;
            } else if (positive) {
                positives[bin]++;
            } else {
                negatives[bin]++;
            }
        }
        return all == 0 ? 0 : hit / all;
    }

    private static double area(Integer[] order, double[] score, long[] positives, long[] negatives) {
        double area = 0;
        double below = 0;
        double allPositives = 0;
        for (int i = 0; i < order.length;) {
            double tiedPositives = 0;
            double tiedNegatives = 0;
            double value = score[order[i]];
            for (; i < order.length && score[order[i]] == value; i++) {
                tiedPositives += positives[order[i]];
                tiedNegatives += negatives[order[i]];
            }
            area += tiedPositives * (below + tiedNegatives / 2);
            below += tiedNegatives;
            allPositives += tiedPositives;
        }
        boolean enough = allPositives >= FEWEST / 2.0 && below >= FEWEST / 2.0;
        return enough ? area / (allPositives * below) : Double.NaN;
    }

    private double rSquared() {
        BinLines lines = new BinLines(bins.count());
        double mean = 0;
        int judged = 0;
        for (int row = 0; row < train.length; row++) {
            if (!isOut(row) && train[row]) {
                lines.add(bins.bin(row), x(row), target.value(row));
            } else if (!isOut(row)) {
                judged++;
                mean += (target.value(row) - mean) / judged;
            }
        }
        if (judged < FEWEST) {
            return Double.NaN;
        }
        double residual = 0;
        double total = 0;
        for (int row = 0; row < train.length; row++) {
            if (!isOut(row) && !train[row]) {
                double error = target.value(row) - lines.predict(bins.bin(row), x(row));
                double deviation = target.value(row) - mean;
                residual += error * error;
                total += deviation * deviation;
            }
        }
        return total == 0 ? Double.NaN : 1 - residual / total;
    }

    private double x(int row) {
        return bins.hasValues() && bins.bin(row) != ColumnBins.MISSING ? bins.value(row) : 0;
    }
}
