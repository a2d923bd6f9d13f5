package lathe.engine.learn.tree;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The best group of levels of one feature in one leaf.
///
/// Few levels are asked for one by one. More are ordered by their mean gradient, where the best group of all is a run from
/// one end (W. D. Fisher, "On Grouping for Maximum Homogeneity", 1958); it is smoothed and penalised as in LightGBM, since
/// the order has seen the answers. With random cuts, one run is drawn by lot.
final class LevelSplits {

    private final GrowthRules rules;
    private final GrowthRules.LevelRules levels;
    private final double[] sums;
    private final int offset;
    private final int codes;

    /// @param sums   histogram of the leaf
    /// @param offset where the feature begins in it
    LevelSplits(GrowthRules rules, double[] sums, int offset, int codes) {
        this.rules = rules;
        this.levels = rules.levels();
        this.sums = sums;
        this.offset = offset;
        this.codes = codes;
    }

    /// @param least  gain that must be exceeded
    /// @param random draws the run, null for the best one
    @Nullable Split best(int feature, Leaf leaf, double least, @Nullable RandomGenerator random) {
        double perRow = leaf.curvature / leaf.rows();
        double leafCurvature = Math.max(rules.leafWeight(), (rules.leafRows() - 0.5) * perRow);
        return codes - 1 <= levels.single() ? single(feature, leaf, least, leafCurvature)
                : group(feature, leaf, least, leafCurvature, random);
    }

    private @Nullable Split single(int feature, Leaf leaf, double least, double leafCurvature) {
        Split best = null;
        double gain = least;
        for (int code = 0; code < codes; code++) {
            double gradient = sums[offset + 2 * code];
            double curvature = sums[offset + 2 * code + 1];
            if (curvature < leafCurvature || leaf.curvature - curvature < leafCurvature) {
                continue;
            }
            double now = rules.worth(gradient, curvature) + rules.worth(leaf.gradient - gradient, leaf.curvature - curvature)
                    - rules.worth(leaf.gradient, leaf.curvature);
            if (now > gain) {
                gain = now;
                best = new Split(feature, code, CodeSet.of(new int[] {code}, 1), false, now, gradient, curvature);
            }
        }
        return best;
    }

    private @Nullable Split group(int feature, Leaf leaf, double least, double leafCurvature, @Nullable RandomGenerator random) {
        double perRow = leaf.curvature / leaf.rows();
        int[] order = ordered(perRow);
        if (order.length < 2) {
            return null;
        }
        double needed = Math.max(leafCurvature, (levels.rows() - 0.5) * perRow);
        int longest = Math.min(levels.most(), (order.length + 1) / 2);
        int drawn = random == null ? 0 : 1 + random.nextInt(longest);
        Split best = null;
        double gain = least;
        for (boolean fromEnd : new boolean[] {false, true}) {
            double gradient = 0;
            double curvature = 0;
            for (int taken = 1; taken <= longest; taken++) {
                int code = order[fromEnd ? order.length - taken : taken - 1];
                gradient += sums[offset + 2 * code];
                curvature += sums[offset + 2 * code + 1];
                boolean asked = drawn == 0 || taken == drawn;
                if (!asked || curvature < needed || leaf.curvature - curvature < leafCurvature) {
                    continue;
                }
                double now = worth(gradient, curvature) + worth(leaf.gradient - gradient, leaf.curvature - curvature)
                        - rules.worth(leaf.gradient, leaf.curvature);
                if (now > gain) {
                    gain = now;
                    best = new Split(feature, code, run(order, taken, fromEnd), false, now, gradient, curvature);
                }
            }
        }
        return best;
    }

    // With the penalty of groups.
    private double worth(double gradient, double curvature) {
        double plain = rules.worth(gradient, curvature);
        return plain * (curvature + rules.l2()) / (curvature + rules.l2() + levels.l2());
    }

    private static CodeSet run(int[] order, int length, boolean fromEnd) {
        int[] codes = fromEnd ? Arrays.copyOfRange(order, order.length - length, order.length) : order;
        return CodeSet.of(codes, length);
    }

    private int[] ordered(double perRow) {
        double least = Math.min(levels.rows(), levels.smoothing()) * perRow;
        long[] keys = new long[codes];
        int count = 0;
        for (int code = 0; code < codes; code++) {
            double curvature = sums[offset + 2 * code + 1];
            if (curvature >= least && curvature > 0) {
                float mean = (float) (sums[offset + 2 * code] / (curvature + levels.smoothing() * perRow));
                keys[count++] = (long) sortable(mean) << 32 | code;
            }
        }
        Arrays.sort(keys, 0, count);
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = (int) keys[i];
        }
        return order;
    }

    // A whole number that is larger exactly where the float is.
    private static int sortable(float value) {
        int bits = Float.floatToIntBits(value);
        return bits < 0 ? bits ^ 0x7fffffff : bits;
    }
}
