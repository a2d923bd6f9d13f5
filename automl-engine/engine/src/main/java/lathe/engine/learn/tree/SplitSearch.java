package lathe.engine.learn.tree;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Finds the best question for a leaf from its histogram. Rows are counted by their curvature, as exact counts would cost a
/// third sum: exact where curvature is constant, close elsewhere.
final class SplitSearch {

    private final BinnedMatrix matrix;
    private final GrowthRules rules;
    private final Histograms histograms;
    private final RandomGenerator random;

    SplitSearch(BinnedMatrix matrix, GrowthRules rules, Histograms histograms, RandomGenerator random) {
        this.matrix = matrix;
        this.rules = rules;
        this.histograms = histograms;
        this.random = random;
    }

    @Nullable Split best(Leaf leaf, double[] histogram) {
        Scan scan = new Scan(leaf, histogram);
        for (int feature : histograms.used()) {
            if (rules.splitColumns() >= 1 || random.nextDouble() < rules.splitColumns()) {
                scan.feature(feature);
            }
        }
        return scan.best;
    }

    /// One pass over the features of one leaf.
    private final class Scan {

        private final Leaf leaf;
        private final double[] sums;
        private final double leastCurvature;
        private final double parent;
        private @Nullable Split best;
        private double least;

        Scan(Leaf leaf, double[] sums) {
            this.leaf = leaf;
            this.sums = sums;
            this.leastCurvature = Math.max(rules.leafWeight(),
                    (rules.leafRows() - 0.5) * leaf.curvature / leaf.rows());
            this.parent = rules.worth(leaf.gradient, leaf.curvature);
            this.least = rules.gain();
        }

        void feature(int feature) {
            if (matrix.numbersLevels(feature)) {
                levels(feature);
                return;
            }
            int codes = matrix.codes(feature);
            int offset = histograms.offset(feature);
            int first = 1;
            int last = codes - 2;   // the last bin always goes right
            // What subtraction leaves of nothing is no missing row.
            boolean missing = matrix.hasMissing(feature) && sums[offset + 1] > 1e-9 * leaf.curvature;
            if (last < first && !missing) {
                return;
            }
            if (rules.randomCuts()) {
                if (last < first) {
                    return;
                }
                first = first + random.nextInt(last - first + 1);
                last = first;
            }
            // Without a value to the right, all present rows against all missing ones.
            scan(feature, offset, first, missing && !rules.randomCuts() ? last + 1 : last, false);
            if (missing) {
                scan(feature, offset, first, last, true);
            }
        }

        private void scan(int feature, int offset, int first, int last, boolean missingLeft) {
            double gradient = missingLeft ? sums[offset] : 0;
            double curvature = missingLeft ? sums[offset + 1] : 0;
            for (int code = 1; code < first; code++) {
                gradient += sums[offset + 2 * code];
                curvature += sums[offset + 2 * code + 1];
            }
            double most = leaf.curvature - leastCurvature;
            for (int code = first; code <= last; code++) {
                gradient += sums[offset + 2 * code];
                curvature += sums[offset + 2 * code + 1];
                if (curvature < leastCurvature) {
                    continue;
                }
                if (curvature > most) {
                    return;
                }
                double gain = gain(feature, gradient, curvature);
                if (gain > least) {
                    least = gain;
                    best = new Split(feature, code, null, missingLeft, gain, gradient, curvature);
                }
            }
        }

        private void levels(int feature) {
            LevelSplits splits = new LevelSplits(rules, sums, histograms.offset(feature), matrix.codes(feature));
            Split split = splits.best(feature, leaf, least, rules.randomCuts() ? random : null);
            if (split != null) {
                least = split.gain();
                best = split;
            }
        }

        private double gain(int feature, double gradient, double curvature) {
            double otherGradient = leaf.gradient - gradient;
            double otherCurvature = leaf.curvature - curvature;
            if (rules.monotone().length == 0) {
                return rules.worth(gradient, curvature) + rules.worth(otherGradient, otherCurvature) - parent;
            }
            double value = Math.clamp(rules.value(gradient, curvature), leaf.low, leaf.high);
            double other = Math.clamp(rules.value(otherGradient, otherCurvature), leaf.low, leaf.high);
            int direction = rules.direction(feature);
            if (direction > 0 && value > other || direction < 0 && value < other) {
                return Double.NEGATIVE_INFINITY;
            }
            return rules.worth(gradient, curvature, value) + rules.worth(otherGradient, otherCurvature, other)
                    - parent;
        }
    }
}
